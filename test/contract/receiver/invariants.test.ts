import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation, InboxPage } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import { accepted, aSubmission, aWireQuestion, nextId } from './wire';

const { receiver, sanne, noor } = await receiverOfFile();

const act = (question: string, type: string) =>
  receiver.put(`/v1/questions/${question}/actions/${nextId()}`, sanne, { owner: sanne.owner, type });
const say = (question: string) =>
  receiver.put(`/v1/questions/${question}/messages/${nextId()}`, sanne, {
    schema: 1,
    owner: sanne.owner,
    text: 'Nog iets',
    attachments: [],
  });
const reply = (question: string, status: string) =>
  receiver.put(`/v1/agent/questions/${question}/replies/${nextId()}`, noor, { text: 'Antwoord', status });
const setStatus = (question: string, status: string) =>
  receiver.put(`/v1/agent/questions/${question}/status`, noor, { status });

/** What anybody can do to a question. */
const MOVES = {
  'asker solves': (id: string) => act(id, 'solved'),
  'asker reopens': (id: string) => act(id, 'reopen'),
  'asker is content': (id: string) => act(id, 'satisfaction'),
  'asker says answered': (id: string) => act(id, 'answered'),
  'asker goes on': say,
  'agent answers': (id: string) => reply(id, 'answered'),
  'agent asks': (id: string) => reply(id, 'needsInfo'),
  'agent answers and closes': (id: string) => reply(id, 'closed'),
  'agent begins': (id: string) => setStatus(id, 'inProgress'),
  'agent waits': (id: string) => setStatus(id, 'needsInfo'),
  'agent puts back': (id: string) => setStatus(id, 'received'),
  'agent closes': (id: string) => setStatus(id, 'closed'),
} as const;
type Move = keyof typeof MOVES;
const NAMES = Object.keys(MOVES) as readonly Move[]; // keys of a constant

const REPLIES: ReadonlySet<Move> = new Set<Move>(['agent answers', 'agent asks', 'agent answers and closes']);

/** What must be true, told from the outside: has there been a reply or the asker's word since the question was last opened? */
interface Told {
  readonly replied: boolean;
  readonly solved: boolean;
}

function toldAfter(
  told: Told,
  move: Move,
  { before, after }: { readonly before: string; readonly after: string },
): Told {
  if (REPLIES.has(move)) return { replied: true, solved: false };
  if (move === 'asker solves') return { ...told, solved: true };
  if (move === 'asker reopens' && (before === 'closed' || before === 'answered'))
    return { replied: false, solved: false };
  if (move === 'asker goes on' && before === 'closed') return { replied: false, solved: false };
  return before === 'closed' && after !== 'closed' ? { ...told, solved: false } : told;
}

test('whatever is done in whatever order: nothing is closed unanswered, nothing leaves "zonder reactie" unanswered (I1, I2)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 12 }), async (moves) => {
      const id = (await accepted(receiver, sanne)).questions[0]?.id ?? '';
      const statusOf = async (): Promise<string> =>
        (await receiver.get(`/v1/questions/${id}`, sanne)).json<Conversation>().status;
      let told: Told = { replied: false, solved: false };
      for (const move of moves) {
        const before = await statusOf();
        const { statusCode } = await MOVES[move](id);
        const after = await statusOf();
        if (statusCode === 409)
          expect([move, told, before], 'only closing in silence is refused').toEqual([
            'agent closes',
            { replied: false, solved: false },
            before,
          ]);
        else told = toldAfter(told, move, { before, after });
        const isAnswered = told.replied || told.solved;
        if (after === 'closed' || after === 'answered') expect(isAnswered, `${move} led to ${after}`).toBe(true);
        const waiting = (await receiver.get('/v1/agent/questions?filter=unanswered', noor)).json<InboxPage>().items;
        expect(
          waiting.some((row) => row.id === id),
          `${move}: waits`,
        ).toBe(!isAnswered);
      }
      await reply(id, 'answered'); // leaves the list short for the next run
    }),
    { numRuns: 12, seed: 1, endOnFailure: true },
  );
});

test('any number of repeats in any order gives one submission, one number per question and one set of ids (I3, I8)', async () => {
  const before = (await receiver.behind('select count(*)::int as count from submission'))[0]?.['count'];
  const items = Array.from({ length: 4 }, (_none, index) => ({
    path: `/v1/submissions/${nextId()}`,
    body: aSubmission(sanne.owner, { questions: Array.from({ length: index + 1 }, () => aWireQuestion()) }),
  }));
  const order =
    fc.sample(fc.shuffledSubarray([...items, ...items, ...items], { minLength: 12, maxLength: 12 }), {
      numRuns: 1,
      seed: 7,
    })[0] ?? [];
  const answers = await Promise.all(order.map(({ path, body }) => receiver.put(path, sanne, body)));
  const receipts = new Map(answers.map((answer) => [answer.json<{ id: string }>().id, JSON.stringify(answer.json())]));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(4);
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(4);
  expect(receipts.size).toBe(4);
  for (const { path, body } of items) {
    const view = (await receiver.get(path, sanne)).json<{ questions: { id: string; number: string }[] }>();
    expect(view.questions.map(({ id }) => id)).toEqual(body.questions.map(({ id }) => id));
    expect(view.questions.map(({ number }) => Number(number.split('.')[1]))).toEqual(
      body.questions.map((_question, index) => index + 1),
    );
  }
  expect((await receiver.behind('select count(*)::int as count from submission'))[0]?.['count']).toBe(
    Number(before) + 4,
  );
});
