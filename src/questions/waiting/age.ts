const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a question may wait before the person is warned: some browsers clear what a page has stored after seven days. Days. */
const LATE_DAYS = 5;

/** One submission that the receiver does not have. */
export interface Unsent {
  readonly id: string;
  /** When it was saved, in ms. */
  readonly savedAt: number;
  /** How many questions it holds; 1 when its words are out of reach. */
  readonly questions: number;
}

/** What has waited too long. */
export interface Late {
  /** Questions in all. */
  readonly questions: number;
  /** Whole days that the oldest has waited. */
  readonly days: number;
  readonly submissions: readonly Unsent[];
}

/** Gives what has waited for five days or more, the oldest first; nothing when nothing has. */
export function lateOf(unsent: readonly Unsent[], now: number): Late | undefined {
  const submissions = unsent
    .filter(({ savedAt }) => now - savedAt >= LATE_DAYS * DAY_MS)
    .sort((one, other) => one.savedAt - other.savedAt);
  const [oldest] = submissions;
  if (!oldest) return undefined;
  return {
    questions: submissions.reduce((sum, { questions }) => sum + questions, 0),
    days: Math.floor((now - oldest.savedAt) / DAY_MS),
    submissions,
  };
}

/** Gives when a draft will be erased, once half of its time has passed; nothing before. */
export function expiryOf(
  savedAt: number,
  age: { readonly now: number; readonly ttlHours: number },
): number | undefined {
  const keptMs = age.ttlHours * HOUR_MS;
  return age.now - savedAt >= keptMs / 2 ? savedAt + keptMs : undefined;
}
