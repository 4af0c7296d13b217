import type { ShownHint } from './shown';

/** A button below a hint. `label` is the designer's word; without one it is called after what it does. */
export interface CardButton {
  readonly does: 'act' | 'next' | 'done' | 'back' | 'dismiss' | 'snooze' | 'never';
  /** Which action of the hint. */
  readonly action?: number;
  readonly label?: string;
}

/** What stands below a hint: at most one is `primary`; `never` stands apart. */
export interface CardButtons {
  readonly never?: CardButton;
  readonly others: readonly CardButton[];
  readonly primary?: CardButton;
}

/** Gives the buttons of a hint. What it brings itself is not offered twice, and who asked for it is not asked to put it off. */
export function cardButtons(hint: ShownHint): CardButtons {
  const brings = new Set(hint.actions.map(({ does }) => does));
  const own = hint.actions.map(({ label, does }, action): CardButton => {
    const move = MOVES.find((name) => name === does);
    if (label === '' && move) return { does: move };
    return { does: 'act', action, ...(label !== '' && { label }) };
  });
  const moves = movesOf(hint, brings);
  const primary =
    moves.find(({ does }) => does !== 'back') ??
    own[hint.actions.findIndex(({ does }) => !ASIDE.has(does))] ??
    closing(hint, brings);
  const others = [...own, ...moves].filter((button) => button !== primary);
  return { ...putOff(hint, brings, others), ...(primary && { primary }) };
}

/** At its beginning a hint can be put off; what interrupts also for a while. */
function putOff(hint: ShownHint, brings: Brought, others: readonly CardButton[]): Omit<CardButtons, 'primary'> {
  if (hint.isAsked || isFinished(hint) || (hint.step?.index ?? 0) > 0) return { others };
  const isLater = interrupts(hint) && !brings.has('snooze');
  return { never: { does: 'never' }, others: isLater ? [{ does: 'snooze' }, ...others] : others };
}

type Brought = ReadonlySet<string>;

/** They have a name of their own, so that the designer need not give one. */
const MOVES = ['next', 'back', 'dismiss', 'snooze'] as const;

/** They lead away: never the one that is pressed most. */
const ASIDE: Brought = new Set(['dismiss', 'snooze', 'back']);

const interrupts = ({ kind, look }: ShownHint): boolean => kind === 'tour' || (look !== 'tooltip' && look !== 'beacon');

/** Back and on through the steps; where the page itself leads on, there is no button for it. */
function movesOf({ step }: ShownHint, brings: Brought): readonly CardButton[] {
  if (!step) return [];
  const isLast = step.index === step.count - 1;
  return [
    ...(step.index > 0 && !brings.has('back') ? [{ does: 'back' } as const] : []),
    ...(step.isButtonNext && !brings.has(isLast ? 'done' : 'next')
      ? [{ does: isLast ? 'done' : 'next' } as const]
      : []),
  ];
}

/** A list of tasks of which all are done. */
const isFinished = ({ tasks }: ShownHint): boolean => tasks?.every(({ isDone }) => isDone) ?? false;

/** Without any other button the cross alone would be hard to see on what interrupts. */
function closing(hint: ShownHint, brings: Brought): CardButton | undefined {
  if (hint.step || brings.has('dismiss') || !interrupts(hint)) return undefined;
  return hint.look !== 'checklist' || isFinished(hint) ? { does: 'dismiss' } : undefined;
}
