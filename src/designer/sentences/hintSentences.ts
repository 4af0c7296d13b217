import type { Audience, Hint, HintFrequency, HintTrigger } from '../../protocol/hint';
import { whoSentence } from './audience';
import { joined, plain, say, strong, type Sentence } from './sentence';
import { dayWords, durationWords, paceWords } from './times';
import type { Wording } from './wording';

/** What of a hint can be said in sentences; it may be unfinished. */
export interface Sayable {
  readonly where?: Partial<Hint['where']>;
  readonly when?: HintTrigger;
  readonly who?: Audience;
  readonly howOften?: HintFrequency;
  readonly schedule?: NonNullable<Hint['schedule']>;
}

/** The conditions of a hint, a sentence for each row of the form. */
export interface HintSentences {
  readonly who: Sentence;
  readonly where: Sentence;
  readonly when: Sentence;
  readonly often: Sentence;
  /** Empty: always. */
  readonly schedule: Sentence;
}

/** Says for whom, where, when, how often and in which days. */
export const hintSentences = (hint: Sayable, wording: Wording): HintSentences => ({
  who: whoSentence(hint.who, wording),
  where: whereSentence(hint, wording),
  when: whenSentence(hint, wording),
  often: oftenSentence(hint.howOften, wording),
  schedule: scheduleSentence(hint.schedule, wording),
});

/** All of it behind each other. */
export const wholeSentence = ({ who, where, when, often, schedule }: HintSentences): Sentence =>
  joined([who, where, when, often, schedule], ' ');

/** Triggers of which the sentence already names the place. */
const AT_PLACE: readonly HintTrigger['on'][] = ['visible', 'focus', 'hover', 'click', 'rageClick', 'deadClick'];

function whereSentence({ where = {}, when }: Sayable, wording: Wording): Sentence {
  const { t } = wording;
  const { routes = [], not = [], target } = where;
  if (routes.length === 0) return say(t, 'des.say.nowhere');
  const pages = strong(pageNames(routes, wording));
  const some =
    not.length === 0 ? pages : say(t, 'des.where.not', { where: pages, not: strong(pageNames(not, wording)) });
  const isTold = target === undefined || (when !== undefined && AT_PLACE.includes(when.on));
  return say(t, 'des.say.where', {
    where: isTold ? some : say(t, 'des.where.at', { where: some, target: nameWords(wording.names.targets, target) }),
  });
}

const pageNames = (routes: readonly string[], { names }: Wording): string =>
  routes.map((route) => names.pages.get(route) ?? route).join(', ');

const nameWords = (names: ReadonlyMap<string, string>, key: string = ''): Sentence => strong(names.get(key) ?? key);

function whenSentence({ where, when }: Sayable, wording: Wording): Sentence {
  const { t } = wording;
  if (when === undefined) return say(t, 'des.say.never');
  const moment = momentWords(when, where?.target, wording);
  const { delay } = when;
  return say(t, 'des.say.when', {
    when:
      delay === undefined
        ? moment
        : say(t, 'des.when.after', { when: moment, time: strong(durationWords(delay, wording)) }),
  });
}

function momentWords(when: HintTrigger, place: string | undefined, wording: Wording): Sentence {
  const { t, names } = wording;
  const { on, event, hint, idle, for: visible, times = 1 } = when;
  const isTimed = on === 'visible' && visible !== undefined;
  return say(t, isTimed ? 'des.when.visible.for' : `des.when.${on}`, {
    n: times,
    target: place === undefined ? noPlaceWords(on, wording) : nameWords(names.targets, place),
    event: nameWords(names.events, event),
    hint: nameWords(names.hints, hint),
    time: plain(durationWords((isTimed ? visible : idle) ?? 'PT0S', wording)),
  });
}

/** Presses again and again count on anything; the other triggers wait for a place to be chosen. */
const noPlaceWords = (on: HintTrigger['on'], { t }: Wording): Sentence =>
  say(t, on === 'rageClick' ? 'des.place.any' : 'des.place.none');

/** Left out is what the engine takes: three times, once a day, until it was closed. */
function oftenSentence(frequency: HintFrequency = {}, wording: Wording): Sentence {
  const { t } = wording;
  const { until = 'dismissed', every = 'P1D' } = frequency;
  const max = frequency.max ?? (until === 'forever' ? undefined : 3);
  return say(t, 'des.say.often', {
    often: joined(
      [
        max === undefined ? [] : say(t, 'des.often.max', { n: max }),
        say(t, 'des.often.every', { time: paceWords(every, wording) }),
        say(t, `des.often.${until}`),
      ],
      ', ',
    ),
  });
}

function scheduleSentence({ from, until }: NonNullable<Hint['schedule']> = {}, wording: Wording): Sentence {
  const days = {
    from: strong(from === undefined ? '' : dayWords(from, wording)),
    until: strong(until === undefined ? '' : dayWords(until, wording)),
  };
  if (from === undefined) return until === undefined ? [] : say(wording.t, 'des.say.until', days);
  return say(wording.t, until === undefined ? 'des.say.from' : 'des.say.between', days);
}
