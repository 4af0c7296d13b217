/** How long things are kept, in days. */
export interface RetentionTerms {
  /** Pictures and recordings, after the last question of a bundle was closed. */
  readonly attachments: number;
  /** Words, after the last question of a bundle was closed. */
  readonly conversations: number;
  /** Bytes of an upload that does not go on. */
  readonly uploads: number;
  /** That an id was used and erased: longer than any device keeps something to send. */
  readonly tombstones: number;
  /** What others were told: ids and times, so that it can be told again. */
  readonly outgoing: number;
  /** What happened with hints: afterwards only counts are of use. */
  readonly hintEvents: number;
  /** What a person did with a hint, after the last change. */
  readonly hintStates: number;
  /** Pictures of hints that no revision names. */
  readonly hintAssets: number;
}

/** What holds until an organisation has chosen otherwise. */
export const DEFAULT_TERMS: RetentionTerms = {
  attachments: 30,
  conversations: 730,
  uploads: 7,
  tombstones: 400,
  outgoing: 30,
  hintEvents: 31,
  hintStates: 400,
  hintAssets: 90,
};

const DAY_MS = 86_400_000;

/** What changed before this moment is older than its term. */
export const termEnd = (now: number, days: number): Date => new Date(now - days * DAY_MS);
