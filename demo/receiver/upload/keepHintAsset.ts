import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { DEFAULT_LIMITS, HINT_ASSET_BYTES } from '../../../src/protocol/index';
import { checkContent } from '../checks/checkContent';
import type { HintPerson, KeptAsset } from '../hintPort';
import type { Ports } from '../ports';
import { Refusal } from '../problem';
import { deleteBlobsSoon } from '../retention';
import { putBlob } from './putBlob';
import { spool } from './spool';

/** It is shown in a card of 360 px. */
const SIDE = 2400;
const LIMITS = { ...DEFAULT_LIMITS, imageSide: SIDE, imagePixels: SIDE * SIDE };

/** A picture under the SHA-256 of its bytes. */
export interface GivenHintAsset {
  readonly asset: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The name of a picture: the SHA-256 of its bytes, in hex. */
export const hintAssetName = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps a picture, judged and cleaned as those of questions are. What is here already is not looked at again. */
export async function keepHintAsset(
  { asset, type, bytes }: GivenHintAsset,
  asker: HintPerson,
  ports: Pick<Ports, 'store' | 'blobs' | 'spoolFolder'>,
): Promise<KeptAsset> {
  const { store, spoolFolder } = ports;
  if (hintAssetName(bytes) !== asset)
    throw new Refusal('digest-mismatch', 'The SHA-256 of the body is not the one in the address');
  if (await store.wantHintAsset(asset, asker)) return { state: 'same', value: undefined };
  const checked = await checkContent(bytes, { type }, LIMITS);
  if (checked.state === 'refused') throw new Refusal(checked.reason, DETAILS[checked.reason]);
  const clean = await spool(Readable.from([checked.bytes]), {
    folder: spoolFolder,
    limitBytes: checked.bytes.length,
    algorithm: 'sha256',
  });
  const blobKey = `${asker.organisation.id}/hints/${randomUUID()}`;
  await putBlob(ports, blobKey, clean);
  const outcome = await store
    .keepHintAsset({ asset, type, size: clean.size, blobKey }, asker)
    .catch(async (error: unknown) => {
      await letGo(ports, blobKey);
      throw error;
    });
  if (outcome.state !== 'created') await letGo(ports, blobKey);
  return outcome;
}

const DETAILS = {
  'content-mismatch': 'The bytes are not a whole picture of this type',
  'pixel-limit': `A side is at most ${SIDE} pixels`,
  'too-large': `A picture has at most ${HINT_ASSET_BYTES} bytes`,
} as const;

/** No row names these bytes. */
async function letGo(ports: Pick<Ports, 'store' | 'blobs'>, key: string): Promise<void> {
  await ports.store.doomBlob(key);
  await deleteBlobsSoon(ports, [key]);
}
