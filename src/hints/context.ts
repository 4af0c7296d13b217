import type { HintRecord } from '../protocol/hintState';
import type { FactReader, FactValue } from './audience';
import type { CompiledHint } from './compileHint';
import type { CompiledIndex } from './compileIndex';
import { createFactReader, type HintPast } from './facts';
import type { HintSession, TourMark } from './kept';
import type { PlaceState } from './refusal';

/** Everything that decides whether a hint shows. The engine makes it of the page, the designer of a form. */
export interface HintContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly index: CompiledIndex;
  /** Names of the page that is open. */
  readonly routes: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, FactValue>;
  /** What this person did; nothing while it is not known. */
  readonly past?: HintPast | undefined;
  /** The switch in the panel. */
  readonly isOff: boolean;
  readonly session: HintSession;
  /** The tour of this tab that was left. */
  readonly mark?: TourMark | undefined;
  /** Hints whose moment has come, and by what. */
  readonly fired: ReadonlyMap<string, Cause>;
  readonly running: readonly Running[];
  /** The receiver can't be asked whether something was stopped. */
  readonly isCut: boolean;
  placeOf(target: string): PlaceState;
  isBehindModal(target: string | undefined): boolean;
}

/**
 * What made a hint start: the page, the pointer or focus at its place, a press on its place, the person who asked for it,
 * or a tour that goes on.
 */
export type Cause = 'page' | 'pointed' | 'pressed' | 'manual' | 'resumed';

/** A hint that shows, or is about to. */
export interface Running {
  readonly hint: CompiledHint;
  readonly cause: Cause;
  /** Its showing is in the session's. */
  readonly isCounted: boolean;
}

/** Reads the facts as one hint sees them: a modal that holds its place is not in its way. */
export function factsFor(hint: CompiledHint, context: HintContext): FactReader {
  const { index, isBehindModal } = context;
  const read = createFactReader({ ...context, calendar: index.calendar });
  return (fact) => {
    if (fact === 'ui.modalOpen') return isBehindModal(hint.where.target);
    return read(fact);
  };
}

/** What a person did with a hint. */
export const recordOf = (hint: CompiledHint, { past }: HintContext): HintRecord | undefined =>
  past?.records.get(hint.id);
