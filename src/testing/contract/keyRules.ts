import type { BackendKeys } from '../../delivery';
import { accepted, refused, same } from './expectations';
import { anId } from './samples';
import { rule, type BackendUnderTest, type ContractRule } from './subject';

/** A rule for backends that keep keys of devices; the others have nothing to prove. */
const keyRule = (name: string, run: (keys: BackendKeys, subject: BackendUnderTest) => Promise<void>): ContractRule =>
  rule(name, async (subject) => {
    const { deviceKey, removeDeviceKey } = subject.backend;
    if (deviceKey && removeDeviceKey) await run({ deviceKey, removeDeviceKey }, subject);
  });

/** What holds for the keys with which devices seal what they keep. */
export const keyRules: readonly ContractRule[] = [
  keyRule('gives a device its key, and the same one every time after that', async (keys, { asker }) => {
    const device = anId();
    const first = accepted(await keys.deviceKey(device, asker.call), 'a first request for a key');
    same(accepted(await keys.deviceKey(device, asker.call), 'a second request'), first, 'the key');
    const { d, ...publicHalf } = first.privateKey;
    same([typeof d, publicHalf], ['string', first.publicKey], 'the two halves');
  }),
  keyRule('gives somebody else, and another device, another key', async (keys, { asker, stranger }) => {
    const device = anId();
    const mine = accepted(await keys.deviceKey(device, asker.call), 'a request for a key');
    const theirs = accepted(await keys.deviceKey(device, stranger.call), "a stranger's request");
    const other = accepted(await keys.deviceKey(anId(), asker.call), 'a request for another device');
    same(new Set([mine, theirs, other].map(({ kid }) => kid)).size, 3, 'the number of names');
    same(new Set([mine, theirs, other].map(({ privateKey }) => privateKey.d)).size, 3, 'the number of keys');
  }),
  keyRule('erases a key for good, for its owner only', async (keys, { asker, stranger }) => {
    const device = anId();
    accepted(await keys.deviceKey(device, asker.call), 'a request for a key');
    accepted(await keys.removeDeviceKey(device, stranger.call), "a stranger's removal of a key of their own");
    accepted(await keys.deviceKey(device, asker.call), 'a request after that');
    accepted(await keys.removeDeviceKey(device, asker.call), 'a removal');
    refused(await keys.deviceKey(device, asker.call), { status: 410, name: 'key-gone' }, 'a key that was erased');
  }),
];
