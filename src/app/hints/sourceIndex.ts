/** An index as the device keeps it. */
export interface KeptIndex {
  readonly tag: string;
  /** When the backend last said that it is live. Milliseconds since 1970. */
  readonly checkedAt: number;
  readonly value: ReadableIndex;
}

/** An index that this version reads; what is in it is judged by who reads it. */
export interface ReadableIndex {
  readonly hints: readonly unknown[];
}

/** Longest that hints go on which nobody can be asked about. */
const LONGEST_MS = 30 * 86_400_000;

/** Tells whether an index that could not be checked may still be used. A moment in the future is a clock that was set back. */
export const isStillGood = ({ checkedAt }: KeptIndex, now: number): boolean => now - checkedAt <= LONGEST_MS;

/** Tells whether this is an index that this version reads. */
export const isIndex = (value: unknown): value is ReadableIndex => {
  const { format, version, hints } = membersOf(value);
  return format === 'cliendo.hints.index' && version === 1 && Array.isArray(hints);
};

/** Reads what was kept: nothing when another version kept it in another way. */
export function indexRead(kept: unknown): KeptIndex | undefined {
  const { tag, checkedAt, value } = membersOf(kept);
  return typeof tag === 'string' && typeof checkedAt === 'number' && isIndex(value)
    ? { tag, checkedAt, value }
    : undefined;
}

/** Tells whether these are the words that were asked for. */
export function isOfHint(
  value: unknown,
  { hint, rev }: { readonly hint: string; readonly rev: number },
): value is object {
  const found = membersOf(value);
  return found['hint'] === hint && found['rev'] === rev;
}

/** What the words of a hint are filed under. */
export const nameOfWords = (hint: string, rev: number): string => `${hint}@${rev}`;

/** The names of all words that an index needs. */
export const wordsOf = ({ hints }: ReadableIndex): ReadonlySet<string> =>
  new Set(
    hints.map((hint) => {
      const { id, rev } = membersOf(hint);
      return nameOfWords(String(id), Number(rev));
    }),
  );

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}; // an object: each member is still unknown
