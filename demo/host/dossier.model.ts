import { createModel, signal } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import { seedAppointments } from './data/appointments';
import type { AppointmentKind, SeedAppointment } from './data/appointments';
import { seedReports } from './data/reports';
import type { ReportKind } from './data/reports';
import { addDays, mondayOf } from './dates';

/** An appointment on a date. */
export interface Appointment {
  readonly id: string;
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
  readonly kind: AppointmentKind;
  readonly client?: string;
  readonly person: string;
  readonly location: string;
  readonly note: string;
}

/** A report in a dossier. */
export interface Report {
  readonly id: string;
  readonly client: string;
  readonly date: string;
  readonly time: string;
  readonly author: string;
  readonly kind: ReportKind;
  readonly text: string;
}

/** What changes while people work: appointments, reports, medication that was signed off, dossiers opened last. */
export interface Dossier {
  readonly appointments: ReadonlySignal<readonly Appointment[]>;
  readonly reports: ReadonlySignal<readonly Report[]>;
  readonly signedOff: ReadonlySignal<ReadonlySet<string>>;
  readonly recent: ReadonlySignal<readonly string[]>;
  keepAppointment(appointment: Appointment): void;
  removeAppointment(id: string): void;
  write(report: Report): void;
  toggleSignedOff(key: string): void;
  opened(ref: string): void;
}

/** Makes the dossier of the demo around a date; nothing in it outlives a reload. */
export const DossierModel = createModel((today: string): Dossier => {
  const appointments = signal<readonly Appointment[]>(
    [-1, 0, 1, 2].flatMap((week) => appointmentsOfWeek(addDays(mondayOf(today), week * 7), week === 0)),
  );
  const reports = signal<readonly Report[]>(
    seedReports.map(({ daysAgo, ...report }, index) => ({
      ...report,
      id: `r${index}`,
      date: addDays(today, -daysAgo),
    })),
  );
  const signedOff = signal<ReadonlySet<string>>(new Set());
  const recent = signal<readonly string[]>(['C-10432', 'C-10455', 'C-10467']);
  return {
    appointments,
    reports,
    signedOff,
    recent,
    keepAppointment(appointment) {
      appointments.value = [...appointments.value.filter(({ id }) => id !== appointment.id), appointment];
    },
    removeAppointment(id) {
      appointments.value = appointments.value.filter((appointment) => appointment.id !== id);
    },
    write(report) {
      reports.value = [report, ...reports.value];
    },
    toggleSignedOff(key) {
      const next = new Set(signedOff.value);
      if (!next.delete(key)) next.add(key);
      signedOff.value = next;
    },
    opened(ref) {
      if (!recent.value.includes(ref)) recent.value = [ref, ...recent.value].slice(0, 4);
    },
  };
});

/** Puts appointments in the order of the day. */
export const inOrder = (appointments: readonly Appointment[]): readonly Appointment[] =>
  [...appointments].sort((a, b) => momentOf(a.date, a.start).localeCompare(momentOf(b.date, b.start)));

/** Puts reports in order, the newest first. */
export const newestFirst = (reports: readonly Report[]): readonly Report[] =>
  [...reports].sort((a, b) => momentOf(b.date, b.time).localeCompare(momentOf(a.date, a.time)));

const momentOf = (date: string, time: string): string => `${date} ${time}`;

function appointmentsOfWeek(monday: string, isPresent: boolean): readonly Appointment[] {
  const place = (
    { weekday, everyWeek, ...seed }: SeedAppointment,
    index: number,
  ): Appointment & { readonly kept: boolean } => ({
    ...seed,
    id: `${monday}-${index}`,
    date: addDays(monday, weekday),
    kept: isPresent || everyWeek,
  });
  return seedAppointments
    .map(place)
    .filter(({ kept }) => kept)
    .map(({ kept: _kept, ...appointment }) => appointment);
}
