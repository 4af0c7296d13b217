import type { JSX } from 'preact';
import { clientByRef, fullName } from '../data/clients';
import { longDate } from '../dates';
import type { Appointment } from '../dossier.model';
import { useText } from '../texts';

/** Shows an appointment in a list: day and time, what it is, with whom or where. */
export function AppointmentLine({ appointment }: { readonly appointment: Appointment }): JSX.Element {
  const { t, language } = useText();
  const client = clientByRef(appointment.client ?? '');
  return (
    <li class="row">
      <span class={`when kind-${appointment.kind}`} data-support-unmask="">
        <span class="when-time">{appointment.start}</span>
        <span class="when-day">{longDate(appointment.date, language, { weekday: 'short', day: 'numeric' })}</span>
      </span>
      <span class="row-words">
        <span class="row-title">{t(`agenda.kind.${appointment.kind}`)}</span>
        <span class="muted">{client ? `${fullName(client)} · ${appointment.location}` : appointment.location}</span>
      </span>
    </li>
  );
}
