import type { Lifetime } from '../foundation/lifetime';
import type { HintContent } from '../protocol/hintIndex';
import type { CompiledIndex } from './compileIndex';
import type { Running } from './context';
import type { PlaceState } from './refusal';
import type { PictureBook, ShownHint } from './shown';
import type { Step } from './tour';
import { wordsOf, type HintWords, type Reader } from './words';

/** A hint that runs: from the moment it was chosen, until it is closed. */
export interface Playing extends Running {
  readonly startedAt: number;
  /** How often it was shown before. */
  readonly ordinal: number;
  /** Nothing until its words have come. */
  readonly content?: HintContent;
  readonly pictures?: PictureBook;
  /** Where in a tour. */
  readonly step: number;
  /** Where its place is; nothing when it has none. */
  readonly place?: PlaceState | undefined;
  readonly isBehind: boolean;
  readonly isOpen: boolean;
  /** Its words stand in the middle, as its place is not there. */
  readonly isPlaceMissing: boolean;
  /** Ends with the showing. */
  readonly life: Lifetime;
  /** Ends with the step. */
  readonly stepLife: Lifetime;
}

/** The step of a tour that is on; a checklist and other hints have none. */
export const stepOf = ({ hint, step }: Playing): Step | undefined =>
  hint.kind === 'tour' ? hint.steps?.[step] : undefined;

/** The name of the place that it is at now. */
export const targetOf = (playing: Playing): string | undefined =>
  playing.hint.kind === 'tour' ? stepOf(playing)?.target : playing.hint.where.target;

/** What a hint says now. */
export const wordsNow = (playing: Playing, reader: Reader): HintWords | undefined =>
  playing.content && wordsOf(playing.content, stepOf(playing)?.id, reader);

/** What a hint is shown with. */
export interface Stand {
  readonly reader: Reader;
  readonly index: CompiledIndex;
  readonly ticks: readonly string[];
}

/** A hint as views draw it; nothing while it waits for its words or its place, or a modal is before it. */
export function shownHint(playing: Playing, { reader, index, ticks }: Stand): ShownHint | undefined {
  const words = isInPlace(playing) ? wordsNow(playing, reader) : undefined;
  if (!words) return undefined;
  const { hint, isOpen, isPlaceMissing } = playing;
  const step = stepOf(playing);
  return {
    id: hint.id,
    rev: hint.rev,
    kind: hint.kind,
    look: lookOf(playing, step),
    body: words.body,
    isAsked: playing.cause === 'manual',
    isOpen,
    actions: words.actions.map(({ label, action }) => ({ label, does: action.do })),
    ...whole({
      title: words.title,
      picture: words.media && { alt: words.media.alt, seen: playing.pictures?.(words.media.asset) },
      targetLabel: index.targets.get(targetOf(playing) ?? '')?.label,
      placement: (step ?? hint.where).placement,
      step: stepShown(playing, step),
      tasks: hint.kind === 'checklist' ? tasksOf(playing, reader, ticks) : undefined,
      isPlaceMissing: isPlaceMissing || undefined,
    }),
  };
}

const isInPlace = ({ isBehind, place = 'found', isPlaceMissing }: Playing): boolean =>
  !isBehind && (place === 'found' || isPlaceMissing);

function lookOf({ hint: { kind }, isPlaceMissing }: Playing, step: Step | undefined): ShownHint['look'] {
  if (isPlaceMissing) return 'modal';
  return kind === 'tour' ? (step?.kind ?? 'modal') : kind;
}

const stepShown = ({ hint, step: index }: Playing, step: Step | undefined): ShownHint['step'] =>
  step && { index, count: hint.steps?.length ?? 0, isButtonNext: step.next.on === 'button' };

/** Leaves out what is not there. */
const whole = <Members extends object>(members: Members): { [Name in keyof Members]?: NonNullable<Members[Name]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never; // those that are there

const tasksOf = (
  { hint, content }: Playing,
  reader: Reader,
  ticks: readonly string[],
): NonNullable<ShownHint['tasks']> =>
  (hint.steps ?? []).map(({ id }) => ({
    id,
    title: (content && wordsOf(content, id, reader)?.title) ?? '',
    isDone: ticks.includes(id),
  }));
