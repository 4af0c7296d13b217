import type { DeviceState, WaitingReply, WaitingSubmission } from '../../conversations';
import type { Outbox, OutboxItemView } from '../../delivery';
import { createLifetime, type Undo } from '../../foundation/lifetime';
import type { Id } from '../../foundation/id';
import type { OwnerSpace } from '../owner';

/** What of one person is on this device and not finished. */
export interface OnDevice {
  readonly submissions: readonly WaitingSubmission[];
  readonly replies: readonly WaitingReply[];
  /** Another one when more has changed than how many bytes have arrived. */
  readonly standings: string;
}

type ToldItem = OutboxItemView & { readonly standing: DeviceState };
type Excerpts = Map<Id, WaitingSubmission['questions']>;

/** Where to look. */
export interface DeviceLook {
  readonly space: OwnerSpace;
  /** Without a connection nobody can tell whether the person has to log in again. */
  isOnline(): boolean;
}

/** Tells at each step what is on this device and how far it is. */
export function followDevice({ space, isOnline }: DeviceLook, listener: (found: OnDevice) => void): Undo {
  const lifetime = createLifetime();
  const excerpts: Excerpts = new Map(); // the words of what was received are no longer on the device
  let turn = 0;
  const tell = async (box: Outbox, items: readonly OutboxItemView[]): Promise<void> => {
    const mine = ++turn;
    const told = items.map((item) => ({ ...item, standing: stateOf(item, isOnline()) }));
    const [submissions, replies] = await Promise.all([submissionsIn(box, told, excerpts), repliesIn(box, told)]);
    if (mine === turn && !lifetime.hasEnded) listener({ submissions, replies, standings: standingsOf(items) });
  };
  const follow = (box: Outbox): void => lifetime.add(box.items.subscribe((items) => void tell(box, items)));
  space.outbox().then(follow, () => undefined); // nobody is signed in: nothing waits
  return () => lifetime.end();
}

/** What the receiver may say otherwise of: while this stays equal, only bytes have moved. Also what was done without words counts. */
const standingsOf = (items: readonly OutboxItemView[]): string =>
  JSON.stringify(items.map(({ id, state, saved, reference }) => [id, state, saved, reference]));

/** What is not finished, with the first words of each question, read back from the sealed bytes. */
async function submissionsIn(
  outbox: Outbox,
  items: readonly ToldItem[],
  excerpts: Excerpts,
): Promise<readonly WaitingSubmission[]> {
  const submissions = items.filter(({ kind, isGone }) => kind === 'submission' && !isGone);
  const found = await Promise.all(
    submissions.map(async (item): Promise<WaitingSubmission> => {
      if (item.state !== 'done' && !excerpts.has(item.id)) await readWords(outbox, item.id, excerpts);
      const numbers = new Map(item.questions?.map(({ id, number }) => [id, number]));
      const questions = (excerpts.get(item.id) ?? []).map((question) => ({
        ...question,
        ...(numbers.has(question.id) && { number: numbers.get(question.id) ?? '' }),
      }));
      const isOnItsWay = item.reference !== undefined && item.state !== 'done';
      return {
        id: item.id,
        at: item.receivedAt ?? item.savedAt,
        state: item.standing,
        ...(isOnItsWay && { media: { percent: item.percent, isStuck: item.state === 'attention' } }),
        questions,
      };
    }),
  );
  return found.filter(({ state, questions, media }) => state !== 'received' || questions.length > 0 || media);
}

/** As long as the receiver's own excerpts. Characters. */
const EXCERPT = 120;

async function readWords(outbox: Outbox, id: Id, excerpts: Excerpts): Promise<void> {
  const content = await outbox.content(id);
  if (!content.ok || !content.value || !('questions' in content.value)) return;
  excerpts.set(
    id,
    content.value.questions.map((question) => ({ id: question.id, excerpt: question.text.slice(0, EXCERPT) })),
  );
}

async function repliesIn(outbox: Outbox, items: readonly ToldItem[]): Promise<readonly WaitingReply[]> {
  const found = await Promise.all(
    items.map(async (item): Promise<WaitingReply | undefined> => {
      if (item.kind !== 'message' || item.isGone || !item.question) return undefined;
      const content = await outbox.content(item.id);
      const text = content.ok && content.value && 'text' in content.value ? content.value.text : '';
      return { id: item.id, question: item.question, state: item.standing, text };
    }),
  );
  return found.filter((reply) => reply !== undefined);
}

/** The word for it. Nothing is called saved that only this page has. */
function stateOf({ state, saved, reference }: OutboxItemView, isOnline: boolean): DeviceState {
  if (reference !== undefined || state === 'done') return 'received';
  if (state === 'attention') return state;
  if (!saved) return 'held';
  if (state === 'waitingAuth' && isOnline) return 'signedOut';
  return state === 'sending' ? state : 'queued';
}
