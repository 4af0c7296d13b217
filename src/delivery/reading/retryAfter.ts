/**
 * Gives the wait of a `Retry-After` header: seconds, or a date measured against the answer's own `Date`,
 * because the device's clock may be a day off. Nothing when it says nothing usable.
 */
export function askedWaitMs(retryAfter: string | null, date: string | null): number | undefined {
  const asked = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1000;
  const waitMs = Date.parse(asked) - Date.parse(date ?? '');
  return /^[A-Z][a-z]{2}, /.test(asked) && waitMs >= 0 ? waitMs : undefined;
}
