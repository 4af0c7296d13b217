/** Something that was done to what is published, as the log of hints keeps it. */
export interface HintAct {
  /** 1, 2, 3 … per organisation and environment, without a gap. */
  readonly place: number;
  readonly at: string;
  /** Name of who did it. */
  readonly by: string;
  readonly act: HintActKind;
  /** What was published. */
  readonly revision?: number;
  /** Those that are new, other, at another place or gone with this revision; those that were stopped or let go on. `*` is all. */
  readonly hints: readonly string[];
  readonly note: string;
  /** Ties it to all acts before it. What was done before there was a chain has none. */
  readonly hash?: string;
}

/** One of what is done to what is published. */
export type HintActKind = (typeof HINT_ACTS)[number];

/** Everything that is done to what is published. */
export const HINT_ACTS = ['publish', 'rollback', 'pause', 'resume'] as const;

/** Answer of `GET /hints/audit`: newest first. */
export interface HintActPage {
  readonly items: readonly HintAct[];
  readonly more: boolean;
  /** Whether every act of this page is as it was written, and each follows on the one before it. */
  readonly sound: boolean;
}
