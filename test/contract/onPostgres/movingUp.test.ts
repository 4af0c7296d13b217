import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDiskBlobs } from '../../../demo/receiver/adapters/diskBlobs';
import { openInMemory } from '../../../demo/receiver/adapters/pglite/openPglite';
import { backup } from '../../../demo/receiver/backup/backup';
import { restore } from '../../../demo/receiver/backup/restore';
import { startReceiver, type Caller, type ReceiverUnderTest } from '../receiver/receiverUnderTest';
import { accepted, acceptedWith, aPng, manifestOf, patch } from '../receiver/wire';

const CLOCK = { now: () => Date.UTC(2024, 2, 13) };

let folder: string;
let there: ReceiverUnderTest;
let again: ReceiverUnderTest;
let sanne: Caller;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moving-'));
  there = await startReceiver();
  again = await startReceiver({ tokens: there.tokens });
  sanne = await there.asker();
  const bytes = aPng(3000);
  const picture = manifestOf(bytes);
  await acceptedWith(there, sanne, picture);
  await patch(there, sanne, { id: picture.id, offset: 0, bytes });
  await there.get('/v1/agent/questions?filter=all', { token: await there.agent() });
});
afterAll(async () => {
  await there.close();
  await again.close();
  await rm(folder, { recursive: true, force: true });
});

const manifest = (name: string): Promise<string> => readFile(join(folder, name, 'manifest.json'), 'utf8');

it('what PostgreSQL had goes into PGlite and from there up into another PostgreSQL, as the user of the receiver: equal counts and hashes, and it goes on', async () => {
  await backup({ database: there.guarded, blobs: there.blobs }, join(folder, 'first'), CLOCK);
  const small = await openInMemory();
  const blobs = createDiskBlobs(join(folder, 'small'));
  await restore({ database: small.database, blobs }, join(folder, 'first'), join(folder, 'incoming'));
  await backup({ database: small.database, blobs }, join(folder, 'second'), CLOCK);
  await small.close();
  await restore({ database: again.guarded, blobs: again.blobs }, join(folder, 'second'), join(folder, 'incoming'));
  await backup({ database: again.guarded, blobs: again.blobs }, join(folder, 'third'), CLOCK);
  expect([await manifest('second'), await manifest('third')]).toEqual([
    await manifest('first'),
    await manifest('first'),
  ]);

  expect((await again.get('/v1/submissions', sanne)).body).toBe((await there.get('/v1/submissions', sanne)).body);
  expect((await accepted(again, sanne)).reference).toBe('24-2');
  expect(await again.ports.store.checkAccesses()).toMatchObject({ sound: true });
});

it('never restores into a PostgreSQL that holds something', async () => {
  const into = { database: there.guarded, blobs: there.blobs };
  await expect(restore(into, join(folder, 'first'), join(folder, 'incoming'))).rejects.toThrow('not empty');
});
