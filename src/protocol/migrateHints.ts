import { isObject } from './readShape';

/**
 * Turns a document of the version before this one into this one; anything else stays as it is, for the decoder to judge.
 * Version 0 was the format of the first trials: one language, `route` instead of `where`, and `show` instead of `howOften`.
 */
export function migrateHints(value: unknown): unknown {
  if (!isObject(value) || value['format'] !== 'cliendo.hints' || value['version'] !== 0) return value;
  const { locale = 'nl', hints, ...rest } = value;
  const migrated = Array.isArray(hints) ? hints.map((hint: unknown) => migrateHint(hint, String(locale))) : hints;
  return { policy: {}, ...rest, version: 1, defaultLocale: locale, hints: migrated };
}

function migrateHint(hint: unknown, locale: string): unknown {
  if (!isObject(hint)) return hint;
  const { route, target, show = {}, title, body, ...rest } = hint;
  return {
    rev: 1,
    status: 'draft',
    ...rest,
    where: { routes: [route], ...(target !== undefined && { target }) },
    howOften: show,
    content: { [locale]: { ...(title !== undefined && { title }), ...(body !== undefined && { body }) } },
  };
}
