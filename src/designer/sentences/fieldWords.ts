import type { MessageKey } from '../../locale/messages';
import type { Hint, HintAction, HintText } from '../../protocol/hint';
import { hintSentences } from './hintSentences';
import { joined, plain, say, strong, type Sentence } from './sentence';
import type { Wording } from './wording';

/** A part of a hint by which a change is told. */
export type HintField =
  | 'kind'
  | 'name'
  | 'status'
  | 'where'
  | 'side'
  | 'when'
  | 'who'
  | 'often'
  | 'schedule'
  | 'priority'
  | 'group'
  | 'interrupts'
  | 'actions'
  | 'rest';

/** How a part is read from a hint, to see whether it changed, and how it is said. */
export interface HintPart {
  readonly field: HintField;
  /** What is compared; nothing where the part is not there. */
  read(hint: Hint): unknown;
  /** Empty where there are no words for it. */
  say(hint: Hint, wording: Wording): Sentence;
}

const saidAs =
  (row: keyof ReturnType<typeof hintSentences>): HintPart['say'] =>
  (hint, wording) =>
    hintSentences(hint, wording)[row];

/** Every part of a hint but its id, its rev, its texts and its steps. */
export const HINT_PARTS: readonly HintPart[] = [
  { field: 'name', read: ({ name }) => name, say: ({ name }) => strong(name) },
  { field: 'kind', read: ({ kind }) => kind, say: ({ kind }, { t }) => say(t, `des.kind.${kind}`) },
  { field: 'status', read: ({ status }) => status, say: ({ status }, { t }) => say(t, `des.status.${status}`) },
  { field: 'where', read: ({ where: { placement: _side, ...where } }) => where, say: saidAs('where') },
  {
    field: 'side',
    read: ({ where }) => where.placement,
    say: ({ where }, wording) => sideWords(where.placement, wording),
  },
  { field: 'when', read: ({ when }) => when, say: saidAs('when') },
  { field: 'who', read: ({ who }) => who, say: saidAs('who') },
  { field: 'often', read: ({ howOften }) => howOften, say: saidAs('often') },
  { field: 'schedule', read: ({ schedule }) => schedule, say: saidAs('schedule') },
  { field: 'priority', read: ({ priority }) => priority, say: ({ priority }) => strong(String(priority ?? '')) },
  { field: 'group', read: ({ group }) => group, say: ({ group = '' }) => strong(group) },
  {
    field: 'interrupts',
    read: ({ interrupts }) => interrupts,
    say: ({ interrupts }, { t }) => (interrupts === undefined ? [] : say(t, interrupts ? 'des.yes' : 'des.no')),
  },
  { field: 'actions', read: ({ actions }) => actions, say: ({ actions }, wording) => actionsWords(actions, wording) },
  {
    field: 'rest',
    read: ({ onFailure, resume, experiment }) => [onFailure, resume, experiment].map((part) => part ?? null),
    say: () => [],
  },
];

const SIDES: Readonly<Record<string, MessageKey>> = {
  top: 'des.side.top',
  right: 'des.side.right',
  bottom: 'des.side.bottom',
  left: 'des.side.left',
  center: 'des.side.center',
};

/** On which side it stands. A side that is none stays as it was written. */
export function sideWords(placement: string | undefined, { t }: Wording): Sentence {
  const [side = '', end] = (placement ?? '').split('-');
  const key = Object.hasOwn(SIDES, side) ? SIDES[side] : undefined;
  if (key === undefined) return plain(placement ?? '');
  return end === undefined
    ? say(t, key)
    : say(t, end === 'start' ? 'des.side.start' : 'des.side.end', { side: t(key) });
}

/** The buttons, with what each does. */
export const actionsWords = (actions: readonly HintAction[] = [], wording: Wording): Sentence =>
  joined(
    actions.map((action) => actionWords(action, wording)),
    '\n',
  );

function actionWords({ label, do: act, ...of }: HintAction, { t, names }: Wording): Sentence {
  const name =
    of.hint === undefined
      ? (of.article ?? of.video ?? of.event ?? of.href ?? '')
      : (names.hints.get(of.hint) ?? of.hint);
  const does = say(t, `des.do.${act}`, { name: strong(name) });
  const [words] = Object.values(label ?? {});
  return words === undefined ? does : say(t, 'des.button', { label: strong(words), act: does });
}

/** A text as it reads: its title, its body as it was written, and what its picture shows. */
export const textWords = ({ title = '', body = '', media }: HintText = {}): Sentence =>
  joined([strong(title), plain(body), plain(media?.alt ?? '')], '\n');
