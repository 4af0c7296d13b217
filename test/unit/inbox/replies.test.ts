import { describe, expect, it } from 'vitest';
import type { OutgoingReply, Outcome } from '../../../demo/inbox/agentBackend';
import type { Memory } from '../../../demo/inbox/memory';
import { RepliesModel } from '../../../demo/inbox/replies.model';
import { idOf } from './inboxFixtures';

const sent: Outcome<void> = { ok: true, value: undefined };
const lost: Outcome<void> = { ok: false, problem: { status: 0, retryable: true } };
const conflict: Outcome<void> = { ok: false, problem: { status: 409, name: 'submission-conflict', retryable: false } };

/** A desk whose receiver answers along a script. */
function desk(answers: readonly Outcome<void>[] = [], kept: Record<string, unknown> = {}) {
  const outgoing: OutgoingReply[] = [];
  const told: string[] = [];
  const script = answers.values();
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
    },
    onSent: (question) => void told.push(question),
  });
  return { replies, outgoing, told, kept };
}

const question = idOf(1);

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
