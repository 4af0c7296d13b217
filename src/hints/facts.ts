import type { HintRecord } from '../protocol/hintState';
import type { FactReader, FactValue } from './audience';
import { dayAfter, daysBetween, type Calendar } from './calendar';

/** Everything that facts are read from. */
export interface FactSources {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly calendar: Calendar;
  /** Names of the page that is open. */
  readonly routes: ReadonlySet<string>;
  /** What the app and the host tell: `user.*`, `org.*`, `ui.*`, `app.version`, `widget.*`, `support.*`. */
  readonly facts: ReadonlyMap<string, FactValue>;
  /** What this person did; nothing until it is known. */
  readonly past?: HintPast | undefined;
}

/** What one person did, for looking up. */
export interface HintPast {
  readonly records: ReadonlyMap<string, HintRecord>;
  /** How often the host told of something, by day. */
  readonly events: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Reads facts. Of the past everything is known as soon as it has loaded: what never happened is 0. */
export function createFactReader(sources: FactSources): FactReader {
  const { facts, routes, calendar, now, past } = sources;
  return (fact) => {
    const [space, ...rest] = fact.split('.');
    const last = rest.pop() ?? '';
    const name = rest.join('.');
    switch (space) {
      case 'route':
        return [...routes];
      case 'time': {
        const { date, weekday, minutes } = calendar.at(now);
        return new Map<string, FactValue>([
          ['date', date],
          ['weekday', weekday],
          ['hour', Math.floor(minutes / 60)],
        ]).get(last);
      }
      case 'hint':
        return past && ofHint(past.records.get(name), last, sources);
      case 'event':
        return past && ofEvent(past.events.get(name) ?? new Map(), last, calendar.at(now).date);
      default:
        return facts.get(fact);
    }
  };
}

function ofHint(record: HintRecord | undefined, what: string, { calendar, now }: FactSources): FactValue | undefined {
  const { shown = 0, lastShownAt, openedAt, dismissedAt, doneAt } = record ?? {};
  switch (what) {
    case 'seen':
      return shown > 0;
    case 'count':
      return shown;
    case 'opened':
      return openedAt !== undefined;
    case 'dismissed':
      return dismissedAt !== undefined;
    case 'done':
      return doneAt !== undefined;
    case 'daysSince':
      return lastShownAt && daysBetween(calendar.at(Date.parse(lastShownAt)).date, calendar.at(now).date);
    default:
      return undefined;
  }
}

function ofEvent(days: ReadonlyMap<string, number>, what: string, today: string): FactValue | undefined {
  const happened = [...days].filter(([, count]) => count > 0);
  if (what === 'daysSince')
    return happened.length > 0
      ? daysBetween(
          happened
            .map(([day]) => day)
            .sort()
            .at(-1) ?? '',
          today,
        )
      : undefined;
  const span = /^count(1|7|30)d$/.exec(what)?.[1];
  if (span === undefined) return undefined;
  const first = dayAfter(today, 1 - Number(span));
  return happened.reduce((sum, [day, count]) => sum + (day >= first ? count : 0), 0);
}
