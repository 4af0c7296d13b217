import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../../demo/receiver/backup/backup';
import { readManifest } from '../../../demo/receiver/backup/manifest';
import { restore } from '../../../demo/receiver/backup/restore';
import { hintAssetName } from '../../../demo/receiver/upload/keepHintAsset';
import type { Attachment } from '../../../src/protocol/index';
import { withRole } from './hintsUnderTest';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, acceptedWith, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch } from './wire';

const CLOCK = { now: () => Date.UTC(2024, 2, 13) };
const TEXT = 'é 😀 \\ " \' \u2028 \u0001 </script>';

const HINT_PICTURE = `/v1/hints/assets/${hintAssetName(aPng(700))}`;
const putHintPicture = ({ token }: Caller): InjectOptions => ({
  method: 'PUT',
  url: HINT_PICTURE,
  payload: Buffer.from(aPng(700)),
  headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
});

let folder: string;
let old: ReceiverUnderTest;
let sanne: Caller;
let picture: Attachment;
let half: Attachment;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  old = await startReceiver();
  sanne = await old.asker();
  picture = manifestOf(aPng(3000));
  half = manifestOf(aPng(3000, { seed: 2 }));
  const questions = [aWireQuestion({ text: TEXT, attachments: [picture.id, half.id] })];
  await accepted(old, sanne, aSubmission(sanne.owner, { questions, attachments: [picture, half] }));
  await patch(old, sanne, { id: picture.id, offset: 0, bytes: aPng(3000) });
  await patch(old, sanne, { id: half.id, offset: 0, bytes: aPng(3000, { seed: 2 }).subarray(0, 1000) });
  const noor = { token: await old.agent() };
  await old.get('/v1/agent/questions?filter=all', noor);
  await old.put(`/v1/agent/questions/${questions[0]?.id}/replies/${nextId()}`, noor, {
    text: '**Zo**',
    status: 'answered',
  });
  await old.put(`/v1/me/device-keys/${nextId()}`, sanne, {});
  await old.send(putHintPicture(await withRole(old, 'designer')));
  await backup({ database: old.guarded, blobs: old.blobs }, join(folder, 'good'), CLOCK);
});
afterAll(async () => {
  await old.close();
  await rm(folder, { recursive: true, force: true });
});

const restored = async (from: string): Promise<ReceiverUnderTest> => {
  const fresh = await startReceiver({ tokens: old.tokens });
  try {
    await restore({ database: fresh.guarded, blobs: fresh.blobs }, join(folder, from), join(folder, 'incoming'));
  } catch (error) {
    await fresh.close();
    throw error;
  }
  return fresh;
};
/** A copy of the good backup in which one file is changed. */
async function changed(file: string, change: (path: string) => Promise<unknown>): Promise<string> {
  const name = nextId();
  await cp(join(folder, 'good'), join(folder, name), { recursive: true });
  await change(join(folder, name, file));
  return name;
}

describe('a receiver that was restored from a backup', () => {
  it('holds the same counts and the same hashes, and answers the same', async () => {
    const fresh = await restored('good');
    await backup({ database: fresh.guarded, blobs: fresh.blobs }, join(folder, 'again'), CLOCK);
    const manifests = await Promise.all(
      ['good', 'again'].map((name) => readFile(join(folder, name, 'manifest.json'), 'utf8')),
    );
    expect(manifests[1]).toBe(manifests[0]);
    const { tables, blobs } = readManifest(manifests[0] ?? '');
    expect(tables['question']?.rows).toBe(1);
    expect(tables['access_log']?.rows).toBeGreaterThan(0);
    expect(Object.keys(blobs)).toHaveLength(3); // a picture, a piece of one that is coming, and the picture of a hint
    for (const path of ['/v1/submissions', '/v1/changes', '/v1/me'])
      expect((await fresh.get(path, sanne)).body, path).toBe((await old.get(path, sanne)).body);
    expect((await fresh.get(`/v1/attachments/${picture.id}/content`, sanne)).rawPayload).toEqual(
      Buffer.from(aPng(3000)),
    );
    expect((await fresh.get(HINT_PICTURE, sanne)).rawPayload).toEqual(Buffer.from(aPng(700)));
    await fresh.close();
  });

  it('goes on where the other one was: an upload, the numbers, the chain of the access log', async () => {
    const fresh = await restored('good');
    const rest = aPng(3000, { seed: 2 }).subarray(1000);
    expect((await patch(fresh, sanne, { id: half.id, offset: 1000, bytes: rest })).statusCode).toBe(204);
    expect((await accepted(fresh, sanne)).reference).toBe('24-2');
    await acceptedWith(fresh, sanne, manifestOf(aPng(900)));
    await fresh.get('/v1/agent/questions?filter=all', { token: await fresh.agent() });
    expect(await fresh.ports.store.checkAccesses()).toMatchObject({ sound: true });
    await expect(fresh.behind('delete from access_log')).rejects.toThrow();
    expect(await fresh.behind("select conname from pg_constraint where contype = 'f' and condeferrable")).toEqual([]);
    expect(await fresh.behind("select tgname from pg_trigger where tgenabled <> 'O'")).toEqual([]);
    await fresh.close();
  });
});

describe('a restore is refused, and nothing is restored', () => {
  it.each([
    ['a line of a table was changed', 'tables/question.jsonl', (path: string) => swap(path, 'Agenda', 'agenda')],
    [
      'a line was added',
      'tables/tombstone.jsonl',
      (path: string) =>
        appendFile(
          path,
          `{"id":"${nextId()}","organisation_id":"a","owner":"b","reason":"c","at":"2024-01-01T00:00:00+00:00"}\n`,
        ),
    ],
    ['a line is not there', 'tables/access_log.jsonl', (path: string) => dropLine(path)],
    ['a table is not there', 'tables/message.jsonl', (path: string) => rm(path)],
    ['there is no manifest', 'manifest.json', (path: string) => rm(path)],
    ['the manifest is of something else', 'manifest.json', (path: string) => writeFile(path, '{}')],
    ['another version made it', 'manifest.json', (path: string) => swap(path, '"agentAttachments"', '"more"')],
  ])('when %s', async (_what, file, change) => {
    await expect(restored(await changed(file, change))).rejects.toThrow();
  });

  it('when a file was changed', async () => {
    const { blobs } = readManifest(await readFile(join(folder, 'good', 'manifest.json'), 'utf8'));
    const key = Object.keys(blobs)[0] ?? '';
    const name = await changed(join('blobs', key), (path) => appendFile(path, 'x'));
    await expect(restored(name)).rejects.toThrow('A file of the backup was changed.');
  });

  it('when there is something already, which stays as it is', async () => {
    const before = (await old.get('/v1/submissions', sanne)).body;
    const into = { database: old.guarded, blobs: old.blobs };
    await expect(restore(into, join(folder, 'good'), join(folder, 'incoming'))).rejects.toThrow('not empty');
    expect((await old.get('/v1/submissions', sanne)).body).toBe(before);
  });
});

it('a backup never writes over another one', async () => {
  await expect(backup({ database: old.guarded, blobs: old.blobs }, join(folder, 'good'), CLOCK)).rejects.toThrow(
    'must be empty',
  );
});

async function swap(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}
async function dropLine(path: string): Promise<void> {
  await writeFile(path, (await readFile(path, 'utf8')).replace(/^.*\n/, ''));
}
