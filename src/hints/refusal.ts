import type { Condition } from './audience';

/** Why a hint does not show. */
export type Reason =
  | 'status'
  | 'schedule'
  | 'route'
  | 'audience'
  | 'fact_missing'
  | 'trigger'
  | 'frequency'
  | 'never'
  | 'snoozed'
  | 'policy_session'
  | 'policy_day'
  | 'policy_gap'
  | 'quiet_hours'
  | 'quiet_when'
  | 'group'
  | 'outranked'
  | 'switched_off'
  | 'target_missing'
  | 'target_ambiguous'
  | 'target_hidden'
  | 'target_covered'
  | 'killed'
  | 'history_unknown'
  | 'tour_changed';

/** A reason, with what a sentence about it needs. */
export interface Refusal {
  readonly reason: Reason;
  /** Names and numbers: `{ shown: 2, max: 3, every: 'P7D' }`. Texts are in `locale/`. */
  readonly detail?: Readonly<Record<string, string | number>>;
  /** From when it may be otherwise, in milliseconds since 1970. */
  readonly next?: number;
}

/** Why a hint shows or does not, and everything that was asked. */
export interface Explanation extends Partial<Refusal> {
  /** Its id. */
  readonly hint: string;
  /** Whether it shows. */
  readonly shown: boolean;
  /** Every question that was put to the facts, with its answer. */
  readonly conditions: readonly Condition[];
}

/** Whether a place is on the page: `hidden` comes back by itself, `covered` is there with something over it. */
export type PlaceState = 'found' | 'hidden' | 'covered' | 'missing' | 'ambiguous';
