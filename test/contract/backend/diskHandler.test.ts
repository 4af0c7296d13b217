import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskHandler } from '../../../demo/backends/diskHandler';
import type { DiskKeeper } from '../../../demo/backends/disk/diskKeeper';
import type { Backend } from '../../../src/delivery';
import { backendContract, createHttpBackend } from '../../../src/testing';
import { aMessage, anId, aPicture, aSubmission, sealed } from '../../../src/testing/contract/samples';
import { sha256 } from '../../../src/storage';
import { listen, type Listening } from './listening';
import { aFakePerson, claimsOf } from './subjects';

let folder: string;
let keeper: DiskKeeper;
let listening: Listening;
let backend: Backend;

const start = async (): Promise<void> => {
  const made = createDiskHandler({ folder, whoIs: async (token) => claimsOf(token) });
  keeper = made.keeper;
  listening = await listen(made.handler);
  backend = createHttpBackend(listening.url);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'support-disk-'));
  await start();
});
afterAll(async () => {
  await listening.end();
  await rm(folder, { recursive: true });
});

describe('the backend contract on a handler for Node and Express that keeps everything on disk', () => {
  for (const { name, run } of backendContract)
    it(name, async () => {
      const [asker, stranger] = [await aFakePerson(anId()), await aFakePerson(anId())];
      await run({
        backend,
        asker,
        stranger,
        reply: (question, text) => keeper.reply(question, { agent: 'Noor', text }),
      });
    });
});

describe('a handler that keeps everything on disk', () => {
  it('has all of it after it was stopped in the middle of a picture, and goes on there', async () => {
    const { owner, call } = await aFakePerson(anId());
    const { attachment, bytes } = await aPicture(40);
    const submission = aSubmission(owner, ['Blijft dit staan?'], [attachment]);
    const item = await sealed(submission);
    const question = submission.questions[0]?.id ?? anId();
    const sendRest = async (from: number, to: number) => {
      const piece = bytes.slice(from, to);
      return backend.uploadPiece(
        { id: attachment.id, offset: from, bytes: piece, checksum: await sha256(piece) },
        call,
      );
    };
    const receipt = await backend.putSubmission(item, call);
    await backend.putMessage({ ...(await sealed(aMessage(owner, 'En dit?'))), question }, call);
    await sendRest(0, 1000);
    await listening.end();
    await start();
    expect(await backend.uploadOffset(attachment.id, call)).toEqual({ ok: true, value: 1000 });
    await sendRest(1000, bytes.byteLength);
    const [again, conversation] = [await backend.putSubmission(item, call), await backend.conversation(question, call)];
    expect(receipt.ok && again.ok && [again.value.reference, again.value.delivery]).toEqual([
      receipt.ok && receipt.value.reference,
      'complete',
    ]);
    expect(conversation.ok && conversation.value.messages).toHaveLength(2);
  });

  it('leaves in Express what is not the protocol to the next one', async () => {
    const { handler } = createDiskHandler({ folder, whoIs: async () => undefined });
    const express = await listen((request, answer) => handler(request, answer, () => answer.end('the next one')));
    expect(await (await fetch(`${express.url}/elsewhere`)).text()).toBe('the next one');
    expect((await fetch(`${express.url}/v1/me`)).status).toBe(401);
    await express.end();
  });

  it('says no more than that it failed when it fails', async () => {
    const failed: unknown[] = [];
    const whoIs = async (): Promise<never> => Promise.reject(new Error('the key of Sanne'));
    const { handler } = createDiskHandler({ folder, whoIs, onFailed: (error) => failed.push(error) });
    const broken = await listen(handler);
    const answer = await fetch(`${broken.url}/v1/me`, { headers: { authorization: 'Bearer x' } });
    expect([answer.status, (await answer.text()).includes('Sanne'), failed.length]).toEqual([500, false, 1]);
    await broken.end();
  });
});
