import { silentLog } from '../../../src/foundation/log';
import { createOutbox } from '../../../src/delivery';
import { createId, type Id } from '../../../src/foundation/id';
import { fail } from '../../../src/foundation/result';
import { createChunkStore, openOwnerDatabase, pieceDigests } from '../../../src/storage';
import { createSealedDatabase } from '../../../src/storage/sealing';
import { createFakeBackend, createFakeToken } from '../../../src/testing';
import { aSubmission } from '../../../src/testing/contract/samples';

/** What the tests ask of sealing in a real browser, with its own IndexedDB and WebCrypto. */
export interface SealingOnPage {
  /** Keeps two pictures of a MiB and seals a question with them; gives how long that took and whether it was called saved. */
  seal(): Promise<{ readonly id: Id; readonly ms: number; readonly saved: boolean }>;
  /** Reads a question back as the next page does, with nothing but the disk and the receiver. */
  readByNextPage(id: Id): Promise<string>;
  /** Every value on the disk, as one text in which plain words would be found. */
  disk(): Promise<string>;
}

const NAME = 'cliendo-support:proef';
const MIB = 1_048_576;
const backend = createFakeBackend();
const call = { token: createFakeToken({ sub: 'sanne', org: 'voorbeeldzorg', name: 'Sanne' }), language: 'nl' };
const newId = (): Id => createId((count) => crypto.getRandomValues(new Uint8Array(count)));
const clock = {
  now: () => Date.now(),
  after(ms: number, act: () => void) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
const away = fail({ code: 'key-away', message: 'No answer.' } as const);
const source = {
  async fetch(device: Id) {
    const answer = await backend.deviceKey?.(device, call);
    return answer?.ok ? answer : away;
  },
  revoker: async () => async () => away,
};
const open = (owner: string) =>
  createSealedDatabase({ owner, disk: openOwnerDatabase(NAME), source, isSealing: true, clock, newId });

const me = await backend.me(call);
const owner = me.ok ? me.value.owner : '';
const database = open(owner);
const chunks = createChunkStore(database.store('chunks'));
const silent = fail({ code: 'auth-failed', status: 0, retryable: true, message: 'Nothing is sent here.' } as const);
const outbox = createOutbox({
  owner,
  database,
  backend,
  session: { token: async () => silent, renew: async () => silent, subject: { owner } },
  clock,
  log: silentLog,
  language: () => 'nl',
});

/** Noise, as compressed pictures are. */
function noise(): ArrayBuffer {
  const bytes = new Uint8Array(MIB);
  for (let at = 0; at < MIB; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes.buffer;
}

async function aPicture() {
  const bytes = noise();
  const redaction = { mode: 'masked', boxes: 0, revealed: [] } as const;
  const facts = { kind: 'screenshot', name: 'screenshot-1.png', type: 'image/png', size: MIB, redaction } as const;
  return { bytes, attachment: { ...facts, id: newId(), digests: await pieceDigests(bytes) } };
}

const onPage: SealingOnPage = {
  async seal() {
    const pictures = [await aPicture(), await aPicture()];
    const submission = aSubmission(
      owner,
      ['Kanarie op de schijf'],
      pictures.map(({ attachment }) => attachment),
    );
    const id = newId();
    const begin = performance.now();
    for (const { bytes, attachment } of pictures) await chunks.put(attachment.id, bytes);
    const sealed = await outbox.submit({ id, submission: submission as never }); // holds nothing of a person
    return { id, ms: performance.now() - begin, saved: sealed.ok && sealed.value.saved };
  },
  async readByNextPage(id) {
    const body = await open(owner).store('items').get<ArrayBuffer>(`body/${id}`);
    return body.ok && body.value ? new TextDecoder().decode(body.value) : JSON.stringify(body);
  },
  async disk() {
    const raw = openOwnerDatabase(NAME);
    const rooms = await Promise.all(
      (['items', 'chunks', 'drafts', 'meta'] as const).map((room) => raw.store(room).entries<unknown>('')),
    );
    const latin = new TextDecoder('latin1');
    return JSON.stringify(rooms, (_key, value: unknown) =>
      value instanceof ArrayBuffer ? latin.decode(value) : value,
    );
  },
};
Object.assign(globalThis, { sealing: onPage });
