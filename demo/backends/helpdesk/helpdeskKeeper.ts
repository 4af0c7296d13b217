import type { Action, Attachment, Id, Message, QuestionStatus, Submission } from '@cliendo/support';
import type { Arrived, Keeper, Kept, Received, Said, Thread } from '../edge/keeper';
import { Refusal } from '../edge/refusal';
import { declaredIn } from '../edge/views';
import { createHelpdesk, type HelpdeskAddress, type HelpdeskCase, type HelpdeskStatus } from './helpdeskApi';

/**
 * Forwards what people send to a helpdesk and keeps nothing itself, so it runs anywhere and as often as you like.
 * Each question becomes a case. What makes a repeat harmless is the helpdesk's own idempotency key, and the key is an id that was
 * made on the device: a function that stops halfway is simply asked again, and finishes what is missing.
 */
export function createHelpdeskKeeper(address: HelpdeskAddress): Keeper {
  const helpdesk = createHelpdesk(address);

  const all = async (owner: string): Promise<readonly Kept[]> => keptOf(await helpdesk.cases(owner));
  const numberOf = async (owner: string, isIt: (kept: Kept, thread: Thread) => boolean): Promise<string> => {
    for (const kept of await all(owner)) {
      const thread = kept.threads.find((one) => isIt(kept, one));
      if (thread) return thread.number;
    }
    throw new Refusal('not-found');
  };
  const caseOf = (owner: string, question: Id) => numberOf(owner, (_kept, { id }) => id === question);
  /** Files go with the first question of their submission. */
  const fileCaseOf = (owner: string, file: Id) =>
    numberOf(owner, (kept) => declaredIn(kept).some(({ id }) => id === file));

  return {
    kept: all,
    async keep(owner, { id, digest, text, body }: Received<Submission>) {
      for (const [index, question] of body.questions.entries()) {
        const fields = {
          submission: id,
          question: question.id,
          digest,
          index: String(index),
          of: String(body.questions.length),
          original: index === 0 ? text : '', // with the manifest of the attachments
        };
        await helpdesk.open(`${id}/${index}`, { requester: owner, body: question.text, fields }); // one after another: who sees one sees those before it
      }
    },
    async say(owner, question, { id, digest, body }: Received<Message>) {
      const fields = { digest, attachments: JSON.stringify(body.attachments) };
      await helpdesk.comment(await caseOf(owner, question), id, { text: body.text, fields });
    },
    async act(owner, question, { id, digest, body }: Received<Action>) {
      const status = AFTER[body.type];
      await helpdesk.change(
        await caseOf(owner, question),
        { ...(status && { status }), fields: { lastAct: digest } },
        id,
      );
    },
    async read(owner, question, upTo) {
      const thread = (await all(owner)).flatMap(({ threads }) => threads).find(({ id }) => id === question);
      if (!thread) throw new Refusal('not-found');
      if (upTo > thread.readTo) await helpdesk.change(thread.number, { fields: { readTo: String(upTo) } });
    },
    append: async (owner, attachment, piece) => helpdesk.append(await fileCaseOf(owner, attachment), attachment, piece),
    bytes: (_owner, attachment) => helpdesk.file(attachment),
    settle: async (owner, attachment, state) => helpdesk.mark(await fileCaseOf(owner, attachment), attachment, state),
  };
}

const AFTER: Partial<{ [type in Action['type']]: HelpdeskStatus }> = { solved: 'solved', reopen: 'open' };
const SHOWN: { readonly [status in HelpdeskStatus]: QuestionStatus } = {
  new: 'received',
  open: 'inProgress',
  pending: 'needsInfo',
  answered: 'answered',
  solved: 'closed',
};

/** Puts cases together again. A submission of which a case is missing is not here yet: its sender has no receipt and goes on. */
function keptOf(cases: readonly HelpdeskCase[]): readonly Kept[] {
  const groups = new Map<string, HelpdeskCase[]>();
  for (const one of cases) groups.set(field(one, 'submission'), [...(groups.get(field(one, 'submission')) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const inOrder = group.sort((one, other) => Number(field(one, 'index')) - Number(field(other, 'index')));
    const [first] = inOrder;
    if (!first || inOrder.length < Number(field(first, 'of'))) return [];
    return [
      {
        id: field(first, 'submission') as Id, // it was an id when it came
        digest: field(first, 'digest'),
        reference: first.number,
        receivedAt: first.createdAt,
        cursor: Math.max(...inOrder.map(({ version }) => version)),
        submission: JSON.parse(field(first, 'original')) as Submission, // it was looked at before it was forwarded
        threads: inOrder.map(threadOf),
        arrived: Object.fromEntries(
          first.files.map(({ name, size, mark }): [string, Arrived] => [name, { size, state: mark }]),
        ),
      },
    ];
  });
}

const field = ({ fields }: HelpdeskCase, name: string): string => fields[name] ?? '';

const threadOf = (one: HelpdeskCase): Thread => ({
  id: field(one, 'question') as Id, // it was an id when it came
  number: one.number,
  status: SHOWN[one.status],
  readTo: Number(field(one, 'readTo')),
  said: one.comments.map(({ key, at, by, text, fields }): Said => ({
    id: key as Id, // the device's own, or the helpdesk's for an agent's
    at,
    text,
    ...(by && { agent: by }),
    attachments: JSON.parse(fields['attachments'] ?? '[]') as Attachment[], // as they were forwarded
  })),
});
