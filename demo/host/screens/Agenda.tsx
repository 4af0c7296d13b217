import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { clientByRef, fullName } from '../data/clients';
import { addDays, longDate, minutesOf, mondayOf, timeOf, weekNumber } from '../dates';
import { inOrder } from '../dossier.model';
import type { Appointment } from '../dossier.model';
import { useHost, usePerson } from '../hostContext';
import { PageHead } from '../parts/Card';
import { Check } from '../parts/Fields';
import { Icon } from '../parts/Icon';
import { useText } from '../texts';
import { beginsDuringAnother, hours, rowOf, rowsOf } from '../weekGrid';
import { AppointmentDialog } from './AppointmentDialog';

const weekdays = [0, 1, 2, 3, 4] as const;

/** Shows a working week; an appointment opens to be changed. */
export function Agenda(): JSX.Element {
  const { t } = useText();
  const { today, dossier } = useHost();
  const person = usePerson();
  const [monday, setMonday] = useState(mondayOf(today));
  const [mine, setMine] = useState(false);
  const [edited, setEdited] = useState<Appointment>();
  const last = addDays(monday, 4);
  const shown = inOrder(
    dossier.appointments.value.filter(
      ({ date, person: who }) => date >= monday && date <= last && (!mine || who === person.id),
    ),
  );
  const add = (): void =>
    setEdited({
      id: crypto.randomUUID(),
      date: today > last || today < monday ? monday : today,
      start: '10:00',
      minutes: 60,
      kind: 'visit',
      person: person.id,
      location: '',
      note: '',
    });
  return (
    <>
      <PageHead title={t('agenda.title')} beside={<Week monday={monday} onMoved={setMonday} />}>
        <Check label={t('agenda.mine')} checked={mine} onChanged={setMine} />
        <button type="button" class="button button-primary" data-support-hint="nieuwe-afspraak" onClick={add}>
          <Icon name="plus" />
          <span>{t('agenda.add')}</span>
        </button>
      </PageHead>
      <div class="week" data-support-place={t('place.agenda')}>
        <ol class="hours" aria-hidden="true" data-support-unmask="">
          {hours.map((hour) => (
            <li key={hour}>{hour}</li>
          ))}
        </ol>
        {weekdays.map((weekday) => {
          const date = addDays(monday, weekday);
          return (
            <Day
              key={date}
              date={date}
              appointments={shown.filter((appointment) => appointment.date === date)}
              onOpened={setEdited}
            />
          );
        })}
      </div>
      {edited && <AppointmentDialog key={edited.id} appointment={edited} onClosed={() => setEdited(undefined)} />}
    </>
  );
}

function Week({
  monday,
  onMoved,
}: {
  readonly monday: string;
  readonly onMoved: (monday: string) => void;
}): JSX.Element {
  const { t, language } = useText();
  const { today } = useHost();
  return (
    <div class="week-choice">
      <div class="button-group">
        <button
          type="button"
          class="icon-button"
          aria-label={t('agenda.previous')}
          onClick={() => onMoved(addDays(monday, -7))}
        >
          <Icon name="chevronLeft" />
        </button>
        <button type="button" class="button" onClick={() => onMoved(mondayOf(today))}>
          {t('agenda.now')}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('agenda.next')}
          onClick={() => onMoved(addDays(monday, 7))}
        >
          <Icon name="chevronRight" />
        </button>
      </div>
      <p class="week-name" aria-live="polite">
        <b>{t('agenda.week', { n: weekNumber(monday) })}</b>
        <span class="muted" data-support-unmask="">
          {longDate(monday, language, { month: 'long', year: 'numeric' })}
        </span>
      </p>
    </div>
  );
}

interface DayProps {
  readonly date: string;
  readonly appointments: readonly Appointment[];
  readonly onOpened: (appointment: Appointment) => void;
}

function Day({ date, appointments, onOpened }: DayProps): JSX.Element {
  const { t, language } = useText();
  const { today, time } = useHost();
  const isToday = date === today;
  const now = time();
  return (
    <section
      class={isToday ? 'day day-today' : 'day'}
      aria-label={longDate(date, language, { weekday: 'long', day: 'numeric', month: 'long' })}
    >
      <h2 class="day-head" data-support-unmask="">
        <span>{longDate(date, language, { weekday: 'short' })}</span>
        <b>{longDate(date, language, { day: 'numeric' })}</b>
      </h2>
      <div class="day-grid">
        {appointments.length === 0 && <p class="day-empty muted small">{t('agenda.empty')}</p>}
        {appointments.map((appointment) => (
          <AppointmentBlock
            key={appointment.id}
            appointment={appointment}
            isAside={beginsDuringAnother(appointment, appointments)}
            onOpened={onOpened}
          />
        ))}
        {isToday && now > '08:00' && now < '17:30' && <span class={`now from-${rowOf(now)}`} aria-hidden="true" />}
      </div>
    </section>
  );
}

interface BlockProps {
  readonly appointment: Appointment;
  readonly isAside: boolean;
  readonly onOpened: (appointment: Appointment) => void;
}

function AppointmentBlock({ appointment, isAside, onOpened }: BlockProps): JSX.Element {
  const { t } = useText();
  const client = clientByRef(appointment.client ?? '');
  const kind = t(`agenda.kind.${appointment.kind}`);
  const who = client ? fullName(client) : appointment.location;
  const end = timeOf(minutesOf(appointment.start) + appointment.minutes);
  const size = appointment.minutes < 45 ? 'block-short' : appointment.minutes < 60 ? 'block-middle' : '';
  return (
    <button
      type="button"
      class={`block kind-${appointment.kind} from-${rowOf(appointment.start)} for-${rowsOf(appointment)} ${size} ${isAside ? 'block-aside' : ''}`}
      title={appointment.note}
      aria-label={t('agenda.edit.named', { soort: kind, naam: who, tijd: appointment.start })}
      onClick={() => onOpened(appointment)}
    >
      <span class="block-kind">{kind}</span>
      <span class="block-who">{who}</span>
      <span class="block-time figures" data-support-unmask="">{`${appointment.start}–${end}`}</span>
    </button>
  );
}
