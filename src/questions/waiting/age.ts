const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a question may wait before the person is warned: some browsers clear what a page has stored after seven days. Days. */
const LATE_DAYS = 5;

/** A submission or a reply that the receiver does not have. */
export interface Unsent {
  readonly id: string;
  /** When it was saved, in ms. */
  readonly savedAt: number;
  /** How many questions or replies it is; 1 when its words are out of reach. */
  readonly count: number;
}

/** What has waited too long. */
export interface Late<Item extends Unsent = Unsent> {
  /** Questions or replies in all. */
  readonly count: number;
  /** Whole days that the oldest has waited. */
  readonly days: number;
  readonly items: readonly [oldest: Item, ...others: Item[]];
}

/** Gives what has waited for five days or more, the oldest first; nothing when nothing has. */
export function lateOf<Item extends Unsent>(unsent: readonly Item[], now: number): Late<Item> | undefined {
  const [oldest, ...others] = unsent
    .filter(({ savedAt }) => now - savedAt >= LATE_DAYS * DAY_MS)
    .sort((one, other) => one.savedAt - other.savedAt);
  if (!oldest) return undefined;
  return {
    count: countOf([oldest, ...others]),
    days: Math.floor((now - oldest.savedAt) / DAY_MS),
    items: [oldest, ...others],
  };
}

/** Gives how many questions or replies these are together. */
export const countOf = (unsent: readonly Unsent[]): number => unsent.reduce((sum, { count }) => sum + count, 0);

/** Gives when a draft will be erased, once half of its time has passed; nothing before. */
export function expiryOf(
  savedAt: number,
  age: { readonly now: number; readonly ttlHours: number },
): number | undefined {
  const keptMs = age.ttlHours * HOUR_MS;
  return age.now - savedAt >= keptMs / 2 ? savedAt + keptMs : undefined;
}
