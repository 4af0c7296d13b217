import type { Limits } from '../../protocol/session';
import type { PanelParts } from '../panel/lazyParts';

/** Asks the receiver what may be sent; nothing when it does not answer: the defaults hold until the next start. */
export async function readLimits({ connection, app }: PanelParts): Promise<Limits | undefined> {
  const [session, reading] = await Promise.all([connection.session(), connection.reading()]).catch(() => []);
  const token = await session?.token();
  if (!token?.ok || !reading) return undefined;
  const me = await reading.me({ token: token.value, language: app.settings.peek().locale });
  return me.ok ? me.value.limits : undefined;
}
