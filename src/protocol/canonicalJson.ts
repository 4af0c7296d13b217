/**
 * Writes JSON in one way only: members in the order of their names (by code unit), two spaces, a line end at the end.
 * The same document gives the same bytes, so that a digest and a difference mean something.
 */
export const canonicalJson = (value: unknown): string => `${JSON.stringify(ordered(value), null, 2)}\n`;

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, ordered(member)]));
}
