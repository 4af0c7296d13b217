/** Best first: the language asked for, without its region, and the one that all fall back on. */
export const localesOf = (asked: string, fallback: string): readonly string[] => [
  asked,
  asked.split('-', 1)[0] ?? '',
  fallback,
];
