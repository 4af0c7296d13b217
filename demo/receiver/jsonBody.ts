import { Refusal } from './problem';

const UNSTORABLE = /[\0\p{Surrogate}]/u;

/**
 * Reads JSON strictly: UTF-8 without faults, no NUL and no half of a surrogate pair (a database can't keep them),
 * and never a `__proto__` member.
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), checkMember);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('malformed', 'The body is not JSON in UTF-8');
  }
}

function checkMember(key: string, value: unknown): unknown {
  if (key === '__proto__')
    throw new Refusal('unknown-member', 'A member is not known', {
      extra: { errors: [{ pointer: '/__proto__', code: 'unknown-member' }] },
    });
  if (UNSTORABLE.test(key) || (typeof value === 'string' && UNSTORABLE.test(value))) {
    throw new Refusal('malformed', 'A text holds a character that is no character');
  }
  return value;
}
