import type { MessageKey } from '../../locale/messages';
import { factLabel } from './facts';
import { joined, say, strong, type Sentence } from './sentence';
import { paceWords } from './times';
import type { Wording } from './wording';

/** What `explain` of hints says, as far as a sentence needs it. */
export interface Explained {
  readonly shown: boolean;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
  /** From when it may be otherwise, in milliseconds since 1970. */
  readonly next?: number;
}

/** Says why a hint does not show, and from when it may; `now` in milliseconds since 1970. */
export function explainedSentence(explained: Explained, now: number, wording: Wording): Sentence {
  const { shown, next } = explained;
  if (shown) return say(wording.t, 'des.shown');
  const why = whyWords(explained, wording);
  return joined(
    [say(wording.t, 'des.refused', { why }), next === undefined ? [] : againWords(next, now, wording)],
    ' ',
  );
}

/** The reasons that need no more than their own words and a name. */
const PLAIN = [
  'status',
  'schedule',
  'route',
  'audience',
  'fact_missing',
  'trigger',
  'never',
  'snoozed',
  'policy_session',
  'policy_day',
  'policy_gap',
  'quiet_hours',
  'quiet_when',
  'group',
  'outranked',
  'switched_off',
  'target_missing',
  'target_ambiguous',
  'target_hidden',
  'target_covered',
  'killed',
  'history_unknown',
  'tour_changed',
] as const;

function whyWords(explained: Explained, wording: Wording): Sentence {
  const { t, names } = wording;
  const { reason, detail = {} } = explained;
  if (reason === 'frequency') return countWords(explained, wording);
  const hint = String(detail['hint'] ?? '');
  return say(t, `des.why.${PLAIN.find((one) => one === reason) ?? 'other'}`, {
    fact: strong(factLabel(String(detail['fact'] ?? ''), wording)),
    hint: strong(names.hints.get(hint) ?? hint),
    group: strong(String(detail['group'] ?? '')),
  });
}

/** Seen often enough; ended by what the person did, which has no next time; or seen a short while ago. */
function countWords({ detail = {}, next }: Explained, wording: Wording): Sentence {
  const [shown, max] = [Number(detail['shown'] ?? 0), Number(detail['max'] ?? Infinity)];
  if (shown >= max) return say(wording.t, 'des.why.full', { n: shown });
  const ended = ENDS[String(detail['until'])];
  if (ended !== undefined && next === undefined) return say(wording.t, ended);
  const time = paceWords(String(detail['every'] ?? 'P1D'), wording);
  return Number.isFinite(max)
    ? say(wording.t, 'des.why.seen', { shown, max, time })
    : say(wording.t, 'des.why.seenOften', { n: shown, time });
}

const ENDS: Readonly<Record<string, MessageKey>> = {
  shown: 'des.why.ended.shown',
  opened: 'des.why.ended.opened',
  dismissed: 'des.why.ended.dismissed',
  done: 'des.why.ended.done',
  forever: 'des.why.ended.forever',
};

/** Today by the hour, else by the day; the year only where it is another one. */
function againWords(next: number, now: number, { t, locale, timeZone }: Wording): Sentence {
  const zone = timeZone === undefined ? {} : { timeZone };
  const written = (at: number, format: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...format, ...zone }).format(at);
  const isToday = written(next, { dateStyle: 'short' }) === written(now, { dateStyle: 'short' });
  if (isToday) return say(t, 'des.again.time', { time: written(next, { timeStyle: 'short' }) });
  const isThisYear = written(next, { year: 'numeric' }) === written(now, { year: 'numeric' });
  return say(t, 'des.again.day', {
    day: written(next, { day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) }),
  });
}
