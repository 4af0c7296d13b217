const YEAR = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', year: 'numeric' });

/** The year in which something arrived, as people in the Netherlands count it. */
export const yearOf = (time: number): number => Number(YEAR.format(time));

/** A submission's number for people: `24-118`, the running number of an organisation within a year. */
export const referenceOf = (year: number, running: number): string =>
  `${String(year % 100).padStart(2, '0')}-${running}`;

/** A question's number: `24-118.1`, its place in the submission. */
export const questionNumber = (reference: string, position: number): string => `${reference}.${position + 1}`;
