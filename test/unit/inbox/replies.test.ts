import { describe, expect, it } from 'vitest';
import type { OutgoingReply, Outcome } from '../../../demo/inbox/agentBackend';
import { DEFAULT_LIMITS } from '../../../src/protocol/index';
import type { Memory } from '../../../demo/inbox/memory';
import { replyProblemText } from '../../../demo/inbox/replyProblemText';
import { RepliesModel } from '../../../demo/inbox/replies.model';
import { fileProblem, piecesOf, replyPicture, type ReplyPicture } from '../../../demo/inbox/replyPicture';
import { idOf } from './inboxFixtures';

const sent: Outcome<void> = { ok: true, value: undefined };
const lost: Outcome<void> = { ok: false, problem: { status: 0, retryable: true } };
const conflict: Outcome<void> = { ok: false, problem: { status: 409, name: 'submission-conflict', retryable: false } };

/** A desk whose receiver answers along a script. */
function desk(answers: readonly Outcome<void>[] = [], kept: Record<string, unknown> = {}, uploads = [sent]) {
  const outgoing: OutgoingReply[] = [];
  const told: string[] = [];
  const script = answers.values();
  const uploaded: string[] = [];
  const uploading = uploads.values();
  const memory: Memory = {
    read: (name) => kept[name] ?? null,
    write: (name, value) => {
      kept[name] = structuredClone(value);
    },
  };
  let made = 0;
  const replies = new RepliesModel({
    memory,
    newId: () => idOf(100 + ++made),
    backend: {
      reply: async (reply) => {
        outgoing.push(reply);
        return script.next().value ?? lost;
      },
      upload: async ({ manifest }) => {
        uploaded.push(manifest.id);
        return uploading.next().value ?? lost;
      },
    },
    onSent: (question) => void told.push(question),
  });
  return { replies, outgoing, told, kept, uploaded };
}

const question = idOf(1);

describe('a reply that is not taken', () => {
  it.each([
    ['submission-conflict', false, 'reply.conflict'],
    ['too-large', false, 'reply.tooLong'],
    ['quota-organisation', true, 'reply.noRoom'],
    ['rate-limited', true, 'reply.lost'],
    ['not-found', false, 'reply.refused'],
  ] as const)('for %s says so in a sentence of its own', (name, retryable, text) => {
    expect(replyProblemText({ status: 400, name, retryable })).toBe(text);
  });
});

describe('writing a reply', () => {
  it('keeps a draft per question through a reload of the tab', () => {
    const before = desk();
    before.replies.write(question, 'Dag Sanne');
    before.replies.choose(question, 'needsInfo');
    const after = desk([], before.kept);
    expect(after.replies.drafts.value[question]).toEqual({ id: idOf(101), text: 'Dag Sanne', status: 'needsInfo' });
  });
  it('does not trust what stands in the memory', () => {
    const { replies } = desk([], { drafts: { [question]: { id: 1, text: 'x' }, other: 'y' } });
    expect(replies.drafts.value).toEqual({});
  });
  it('sends the same reply under the same id after it got lost', async () => {
    const { replies, outgoing } = desk([lost, sent]);
    replies.write(question, 'Dag Sanne');
    await replies.send(question);
    expect(replies.problems.value[question]?.status).toBe(0);
    await replies.send(question);
    expect(outgoing[1]).toEqual(outgoing[0]);
  });
  it('forgets the draft only when the receiver has it', async () => {
    const { replies, told, kept } = desk([lost, sent]);
    replies.write(question, 'Dag Sanne');
    await replies.send(question);
    expect(replies.drafts.value[question]?.text).toBe('Dag Sanne');
    await replies.send(question);
    expect(kept['drafts']).toEqual({});
    expect(told).toEqual([question]);
  });
  it('gives another text a new id when an earlier one arrived under the old', async () => {
    const { replies, outgoing } = desk([conflict, sent]);
    replies.write(question, 'Nog iets');
    await replies.send(question);
    await replies.send(question);
    expect(outgoing[1]?.id).not.toBe(outgoing[0]?.id);
    expect(outgoing[1]?.reply.text).toBe('Nog iets');
  });
  it('sends nothing that is empty, too long, or on its way already', async () => {
    const { replies, outgoing } = desk([sent]);
    replies.write(question, '  \n');
    await replies.send(question);
    replies.write(question, 'a'.repeat(10_001));
    await replies.send(question);
    replies.write(question, 'Dag');
    await Promise.all([replies.send(question), replies.send(question)]);
    expect(outgoing).toHaveLength(1);
  });
});

describe('what goes along with a reply', () => {
  const aPicture = (n: number): ReplyPicture =>
    replyPicture({ id: idOf(n), bytes: new Uint8Array(10), type: 'image/png', digests: ['x'], width: 2, height: 2 });

  it('is announced with the words, and follows them', async () => {
    const { replies, outgoing, uploaded, told } = desk([sent], {}, [sent, sent]);
    replies.write(question, 'Kijk bij de pijl');
    replies.pictures.add(question, aPicture(7));
    replies.pictures.add(question, aPicture(8));
    await replies.send(question);
    expect(outgoing[0]?.reply.attachments?.map(({ id, kind }) => [id, kind])).toEqual([
      [idOf(7), 'screenshot'],
      [idOf(8), 'screenshot'],
    ]);
    expect(uploaded).toEqual([idOf(7), idOf(8)]);
    expect(told).toEqual([question]);
    expect([replies.pictures.of(question), replies.pictures.areThere.value]).toEqual([[], false]);
  });
  it('is sent again under the same ids after it got lost; the words are not written twice', async () => {
    const { replies, outgoing, uploaded, told } = desk([sent, sent], {}, [lost, sent]);
    replies.write(question, 'Kijk bij de pijl');
    replies.pictures.add(question, aPicture(7));
    await replies.send(question);
    expect([replies.pictures.areWordsSent(question), told]).toEqual([true, []]);
    expect(replies.drafts.value[question]?.text).toBe('Kijk bij de pijl');
    await replies.send(question);
    expect(outgoing[1]).toEqual(outgoing[0]);
    expect(uploaded).toEqual([idOf(7), idOf(7)]);
    expect([replies.pictures.areWordsSent(question), told]).toEqual([false, [question]]);
  });
  it('stays away from a reply that has nothing: the receiver gets what it always got', async () => {
    const { replies, outgoing } = desk([sent]);
    replies.write(question, 'Dag');
    await replies.send(question);
    expect(outgoing[0]?.reply).toEqual({ text: 'Dag', status: 'answered' });
  });
  it('does not go without words', async () => {
    const { replies, outgoing } = desk([sent]);
    replies.pictures.add(question, aPicture(7));
    await replies.send(question);
    expect(outgoing).toEqual([]);
  });
  it('can be taken out and replaced by what was drawn on it', () => {
    const { replies } = desk();
    replies.pictures.add(question, aPicture(7));
    replies.pictures.add(question, aPicture(8));
    replies.pictures.replace(question, idOf(7), aPicture(9));
    replies.pictures.remove(question, idOf(8));
    expect(replies.pictures.of(question).map(({ manifest }) => manifest.id)).toEqual([idOf(9)]);
  });
  it.each([
    ['a picture', { type: 'image/png', size: 10 }, 0, undefined],
    ['a recording', { type: 'video/webm', size: 20_000_000 }, 0, undefined],
    ['a type that is not taken', { type: 'application/pdf', size: 10 }, 0, 'type'],
    ['a drawing in words', { type: 'image/svg+xml', size: 10 }, 0, 'type'],
    ['a picture that is too large', { type: 'image/png', size: 100_000_000 }, 0, 'size'],
    ['one too many', { type: 'image/png', size: 10 }, DEFAULT_LIMITS.attachments, 'count'],
  ])('is judged before it is read: %s', (_what, file, there, problem) => {
    expect(fileProblem(file, there)).toBe(problem);
  });
  it('is cut in pieces of a MiB', () => {
    expect(piecesOf(new Uint8Array(2_500_000)).map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 402_848]);
  });
});
