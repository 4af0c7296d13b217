import { minutesOf } from './dates';
import type { Appointment } from './dossier.model';

const FIRST = minutesOf('08:00');
const QUARTER = 15;

/** Quarters of an hour that the week shows: from 08:00 to 17:30. */
export const QUARTERS = 38;

/** The hours beside the week. */
export const hours: readonly string[] = [
  '08:00',
  '09:00',
  '10:00',
  '11:00',
  '12:00',
  '13:00',
  '14:00',
  '15:00',
  '16:00',
  '17:00',
];

/** Gives the row a time starts in, counted from 1 and kept inside the week. */
export const rowOf = (time: string): number =>
  Math.min(Math.max(Math.floor((minutesOf(time) - FIRST) / QUARTER) + 1, 1), QUARTERS - 1);

/** Gives the number of rows of an appointment, kept inside the week. */
export const rowsOf = ({ start, minutes }: Appointment): number =>
  Math.max(1, Math.min(Math.round(minutes / QUARTER), QUARTERS + 1 - rowOf(start), 16));

/** Tells whether an appointment begins while an earlier one of the list is still going on. */
export const beginsDuringAnother = (appointment: Appointment, all: readonly Appointment[]): boolean =>
  all.some((other) => {
    if (other.id === appointment.id || other.date !== appointment.date) return false;
    const begin = minutesOf(other.start);
    const own = minutesOf(appointment.start);
    return (begin < own || (begin === own && other.id < appointment.id)) && own < begin + other.minutes;
  });
