/** A value with the moment it was kept, so that it can be let go in time. */
export interface Kept<Value> {
  readonly savedAt: number;
  readonly value: Value;
}

const MS_PER_HOUR = 3_600_000;

/** Notes when a value was kept. */
export const keep = <Value>(value: Value, now: number): Kept<Value> => ({ savedAt: now, value });

/**
 * Gives the value back while it may still be kept.
 * A moment in the future is a clock that was set back: the value stays, because a draft is lost only once.
 */
export function stillKept<Value>(
  kept: Kept<Value> | undefined,
  age: { readonly now: number; readonly ttlHours: number },
): Value | undefined {
  if (!kept || age.now - kept.savedAt > age.ttlHours * MS_PER_HOUR) return undefined;
  return kept.value;
}
