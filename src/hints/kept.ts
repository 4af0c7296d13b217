import type { HintHistory } from '../protocol/hintState';

/** Everything that is kept of one person. */
export interface KeptHints {
  readonly history: HintHistory;
  /** From sign-in to sign-out in this browser, over its tabs. */
  readonly session: HintSession;
  /** How often the host told of something, by name and day (`2026-03-02`). */
  readonly events: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** One session, and what was shown in it. */
export interface HintSession {
  readonly id: string;
  readonly startedAt: number;
  /** Showings that counted. */
  readonly shows: readonly HintShow[];
}

/** One showing that counted. */
export interface HintShow {
  readonly hint: string;
  /** The how-many-eth of this hint for this person: two tabs that count the same one count it once. */
  readonly ordinal: number;
  readonly at: number;
  /** Whether it used the budget for interruptions. */
  readonly isInterrupting: boolean;
}

/** Where somebody is in a tour. */
export interface TourMark {
  readonly hint: string;
  readonly rev: number;
  readonly step: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
