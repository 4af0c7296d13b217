/** The languages of the dossier. */
export type Language = 'nl' | 'en';

const DAY_MS = 86_400_000;
const tags: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Gives the ISO date of a moment, in local time. */
export const isoDate = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** Makes a local noon of an ISO date, so that summer time never moves the day. */
export const dayOf = (iso: string): Date => new Date(`${iso}T12:00:00`);

/** Moves an ISO date by a number of days. */
export const addDays = (iso: string, days: number): string => isoDate(new Date(dayOf(iso).getTime() + days * DAY_MS));

/** Gives the Monday of the week an ISO date is in. */
export const mondayOf = (iso: string): string => addDays(iso, -((dayOf(iso).getDay() + 6) % 7));

/** Gives the ISO 8601 number of the week an ISO date is in. */
export function weekNumber(iso: string): number {
  const thursday = dayOf(addDays(mondayOf(iso), 3));
  const january4 = new Date(thursday.getFullYear(), 0, 4, 12);
  const first = dayOf(mondayOf(isoDate(january4)));
  return 1 + Math.round((dayOf(mondayOf(iso)).getTime() - first.getTime()) / (7 * DAY_MS));
}

/** Gives an age in whole years. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Writes a date as 12-04-1941, the way Dutch dossiers do. */
export const shortDate = (iso: string): string => iso.split('-').reverse().join('-');

/** Writes a date in words: "di 25 november", or with the year. */
export const longDate = (iso: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tags[language], options).format(dayOf(iso));

/** Turns `HH:MM` into minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Turns minutes after midnight into `HH:MM`. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
