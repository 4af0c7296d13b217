import type { JSX } from 'preact';
import { clients, fullName } from '../data/clients';
import type { Client } from '../data/clients';
import { addDays, longDate, mondayOf } from '../dates';
import { inOrder, newestFirst } from '../dossier.model';
import { useHost, usePerson } from '../hostContext';
import { AppointmentLine } from '../parts/AppointmentLine';
import { Avatar } from '../parts/Badge';
import { Card, Empty } from '../parts/Card';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/Icon';
import { Link } from '../parts/Link';
import { ReportItem } from '../parts/ReportItem';
import type { DossierTab } from '../router';
import { useText } from '../texts';

/** Shows what matters today: appointments, what needs attention, what colleagues wrote. */
export function Today(): JSX.Element {
  const { t, language } = useText();
  const { today, time } = useHost();
  const person = usePerson();
  return (
    <>
      <header class="greeting">
        <h1>{t(partOfDay(time()), { naam: person.firstName })}</h1>
        <p class="muted" data-support-unmask="">
          {longDate(today, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
        </p>
      </header>
      <Figures />
      <div class="columns">
        <div class="column">
          <Appointments />
          <LatestReports />
        </div>
        <div class="column column-side">
          <Attention />
        </div>
      </div>
    </>
  );
}

function partOfDay(time: string): 'today.morning' | 'today.afternoon' | 'today.evening' {
  if (time < '12:00') return 'today.morning';
  return time < '18:00' ? 'today.afternoon' : 'today.evening';
}

function Figures(): JSX.Element {
  const { t } = useText();
  const { today, dossier } = useHost();
  const person = usePerson();
  const figures = [
    [
      'today.figure.clients',
      clients.filter(({ mentor, status }) => mentor === person.id && status !== 'ended').length,
      'users',
    ],
    [
      'today.figure.appointments',
      dossier.appointments.value.filter(({ date, person: who }) => date === today && who === person.id).length,
      'calendar',
    ],
    ['today.figure.reports', dossier.reports.value.filter(({ date }) => date >= mondayOf(today)).length, 'notes'],
  ] as const satisfies readonly (readonly [string, number, IconName])[];
  return (
    <dl class="figures-row">
      {figures.map(([key, count, icon]) => (
        <div key={key} class="figure">
          <dt>
            <span class="figure-icon">
              <Icon name={icon} />
            </span>
            <span class="figure-name">{t(key)}</span>
          </dt>
          <dd class="figures" data-support-unmask="">
            {count}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Appointments(): JSX.Element {
  const { t } = useText();
  const { today, dossier } = useHost();
  const person = usePerson();
  const mine = inOrder(
    dossier.appointments.value.filter(({ date, person: who }) => date === today && who === person.id),
  );
  const all = (
    <Link class="card-link" to={{ screen: 'agenda' }}>
      {t('nav.agenda')}
    </Link>
  );
  return (
    <Card title={t('today.appointments')} action={all}>
      {mine.length === 0 ? (
        <Empty title={t('today.none')} />
      ) : (
        <ul class="rows">
          {mine.map((appointment) => (
            <AppointmentLine key={appointment.id} appointment={appointment} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function LatestReports(): JSX.Element {
  const { t } = useText();
  const { dossier, today } = useHost();
  const latest = newestFirst(dossier.reports.value.filter(({ date }) => date >= addDays(today, -2))).slice(0, 5);
  const all = (
    <Link class="card-link" to={{ screen: 'reports' }}>
      {t('action.all')}
    </Link>
  );
  return (
    <Card title={t('today.reports')} action={all}>
      <ol class="reports">
        {latest.map((report) => (
          <ReportItem key={report.id} report={report} withClient />
        ))}
      </ol>
    </Card>
  );
}

type Reason = 'intake' | 'review' | 'medication';
const tabOf: Readonly<Record<Reason, DossierTab>> = {
  intake: 'overzicht',
  review: 'zorgplan',
  medication: 'medicatie',
};

function Attention(): JSX.Element {
  const { t } = useText();
  return (
    <Card title={t('today.attention')}>
      <ul class="rows">
        {clients
          .map((client) => [client, reasonOf(client)] as const)
          .map(
            ([client, reason]) =>
              reason && (
                <li key={client.ref}>
                  <Link class="row row-link" to={{ screen: 'dossier', ref: client.ref, tab: tabOf[reason] }}>
                    <Avatar name={fullName(client)} />
                    <span class="row-words">
                      <span class="row-title">{fullName(client)}</span>
                      <span class="muted">{t(`today.attention.${reason}`)}</span>
                    </span>
                    <Icon name="chevronRight" />
                  </Link>
                </li>
              ),
          )}
      </ul>
    </Card>
  );
}

function reasonOf(client: Client): Reason | undefined {
  if (client.status === 'intake') return 'intake';
  if (client.ref === 'C-10432') return 'medication';
  return client.ref === 'C-10461' || client.ref === 'C-10488' ? 'review' : undefined;
}
