import type { Undelivered } from './agentBackend';
import { isTextKey, say } from './texts';

/** Whom it was for. */
export const targetWords = ({ target }: Pick<Undelivered, 'target'>): string =>
  target.startsWith('webhook:')
    ? say('undelivered.webhook', { id: target.slice('webhook:'.length) })
    : say('undelivered.mail');

/** What was to be told; what a later receiver tells keeps its own name. */
export function eventWords({ target, event }: Pick<Undelivered, 'target' | 'event'>): string {
  const key = `undelivered.event.${target === 'mail' ? 'answer' : event}`;
  return isTextKey(key) ? say(key) : event;
}

/** Why the last try failed, in a sentence. */
export function reasonWords({ reason = '' }: Pick<Undelivered, 'reason'>): string {
  const key = `undelivered.reason.${reason}`;
  if (isTextKey(key)) return say(key);
  const [, way, digits = ''] = /^(http|smtp)-(\d{3})$/.exec(reason) ?? [];
  if (way === 'smtp') return say('undelivered.reason.mail', { code: digits });
  return way === 'http' ? httpWords(Number(digits)) : say('undelivered.reason.other');
}

function httpWords(code: number): string {
  if (code === 410) return say('undelivered.reason.gone');
  if (code === 401 || code === 403) return say('undelivered.reason.denied', { code });
  if (code === 429 || code === 503) return say('undelivered.reason.busy', { code });
  return say(code >= 500 ? 'undelivered.reason.error' : 'undelivered.reason.unexpected', { code });
}
