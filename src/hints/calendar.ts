/** What the clock on the wall says in one time zone. */
export interface LocalTime {
  /** `2026-03-02` */
  readonly date: string;
  /** 1 is Monday. */
  readonly weekday: number;
  /** Since midnight. */
  readonly minutes: number;
}

/** Turns moments into local time and back, also where the clock is put forward or back. */
export interface Calendar {
  at(moment: number): LocalTime;
  /** When that day gets to so many minutes; a time that is passed over comes as much later. */
  momentOf(date: string, minutes: number): number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Makes the calendar of a time zone; without one, that of the device. Throws on a zone that there is not. */
export function createCalendar(timeZone: string | undefined): Calendar {
  const wall = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  /** The clock on the wall, written as if it hung in Greenwich. */
  const written = (moment: number): number => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = (wall.format(moment).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute);
  };
  const ahead = (moment: number): number => written(moment) - Math.floor(moment / MINUTE) * MINUTE;
  const localAt = (moment: number): LocalTime => {
    const local = written(moment);
    const date = new Date(local).toISOString().slice(0, 10);
    return { date, weekday: new Date(local).getUTCDay() || 7, minutes: (local - Date.parse(date)) / MINUTE };
  };
  let last = { moment: NaN, local: { date: '', weekday: 0, minutes: 0 } };
  return {
    at(moment) {
      if (last.moment !== moment) last = { moment, local: localAt(moment) }; // a thousand hints are judged at one moment
      return last.local;
    },
    momentOf(date, minutes) {
      const local = Date.parse(date) + minutes * MINUTE;
      return local - ahead(local - ahead(local));
    },
  };
}

/** How many days lie between two dates. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** The date so many days later. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
