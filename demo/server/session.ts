import { createHmac, timingSafeEqual } from 'node:crypto';

const COOKIE = 'demo-session';
const LIFE_SECONDS = 12 * 3600;

/** Remembers who is logged in to the demo host, in a signed cookie: a restart forgets nobody. */
export interface Sessions {
  /** The `Set-Cookie` of somebody who logs in. */
  start(person: string, now: number): string;
  /** Who a `Cookie` header belongs to, if it is ours and still holds. */
  personOf(header: string | undefined, now: number): string | undefined;
  /** The `Set-Cookie` that forgets. */
  readonly end: string;
}

/** Creates sessions that are signed with `secret`. */
export function createSessions(secret: string): Sessions {
  const sealOf = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');
  const attributes = 'Path=/; HttpOnly; SameSite=Lax';
  return {
    start(person, now) {
      const text = `${person}.${Math.floor(now / 1000) + LIFE_SECONDS}`;
      return `${COOKIE}=${text}.${sealOf(text)}; ${attributes}; Max-Age=${LIFE_SECONDS}`;
    },
    personOf(header, now) {
      const value = header
        ?.split(';')
        .map((part) => part.trim())
        .find((part) => part.startsWith(`${COOKIE}=`))
        ?.slice(COOKIE.length + 1);
      const [person, until, seal] = value?.split('.') ?? [];
      if (person === undefined || until === undefined || seal === undefined) return undefined;
      return isEqual(seal, sealOf(`${person}.${until}`)) && Number(until) * 1000 > now ? person : undefined;
    },
    end: `${COOKIE}=; ${attributes}; Max-Age=0`,
  };
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
