import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fullName } from '../data/clients';
import type { Client } from '../data/clients';
import { shortDate } from '../dates';
import { inOrder, newestFirst } from '../dossier.model';
import { useHost } from '../hostContext';
import { AppointmentLine } from '../parts/AppointmentLine';
import { Avatar } from '../parts/Badge';
import { Canvas } from '../parts/canvas';
import { Card, Empty } from '../parts/Card';
import { paintMarks } from '../parts/drawings';
import { TextInput } from '../parts/Fields';
import { Icon } from '../parts/Icon';
import { Link } from '../parts/Link';
import { ReportItem } from '../parts/ReportItem';
import { useText } from '../texts';

/** Shows what you want to know of a client at a glance. */
export function Overview({ client }: { readonly client: Client }): JSX.Element {
  return (
    <div class="columns">
      <div class="column">
        <Personal client={client} />
        <Latest client={client} />
      </div>
      <div class="column column-side">
        <Wellbeing client={client} />
        <Next client={client} />
        <Contacts client={client} />
      </div>
    </div>
  );
}

function Personal({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const [isSaved, setSaved] = useState(false);
  const [phone, setPhone] = useState(client.phone);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    setSaved(true);
  };
  return (
    <Card title={t('overview.personal')} place={t('overview.personal')}>
      <form class="form form-grid" onSubmit={save} onInput={() => setSaved(false)}>
        <TextInput label={t('overview.firstName')} value={client.firstName} />
        <TextInput label={t('overview.callName')} value={client.callName} />
        <TextInput label={t('overview.lastName')} value={client.lastName} />
        <TextInput label={t('overview.birthDate')} value={shortDate(client.birthDate)} />
        <TextInput
          label={t('overview.address')}
          value={`${client.address}, ${client.city}`}
          hint={`${fullName(client)}, ${client.address}`}
        />
        <TextInput
          label={t('overview.phone')}
          value={phone}
          placeholder={t('overview.phone.field', { naam: fullName(client) })}
          onChanged={setPhone}
        />
        <TextInput label={t('overview.insurance')} value={`VZ ${client.bsn}`} />
        <ServiceNumber client={client} />
        <div class="actions">
          <span class="saved" role="status">
            {isSaved && t('action.saved')}
          </span>
          <button type="submit" class="button button-primary">
            {t('action.save')}
          </button>
        </div>
      </form>
    </Card>
  );
}

function ServiceNumber({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const [isShown, setShown] = useState(false);
  const field = {
    class: 'bsn-value',
    readOnly: true,
    'aria-label': t('overview.bsn'),
    value: client.bsn,
    autocomplete: 'off',
  };
  return (
    <div class="bsn" data-support-block="">
      <div>
        <p class="bsn-name">{t('overview.bsn')}</p>
        <p class="small muted">{t('overview.bsn.note')}</p>
      </div>
      {isShown ? <input {...field} type="text" /> : <input {...field} type="password" />}
      <button
        type="button"
        class="button"
        data-support-hint="bsn-tonen"
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        <Icon name="eye" />
        <span>{isShown ? t('overview.bsn.hide') : t('overview.bsn.show')}</span>
      </button>
    </div>
  );
}

function Wellbeing({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const name = fullName(client);
  const paint = useMemo(() => paintMarks(client.wellbeing, `${name} · ${shortDate(client.birthDate)}`), [client, name]);
  return (
    <Card title={t('overview.wellbeing')} place={t('overview.wellbeing')}>
      <p class="small muted">{t('overview.wellbeing.more')}</p>
      <Canvas class="chart" name={t('overview.wellbeing.chart', { naam: name })} paint={paint} />
    </Card>
  );
}

function Next({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const { dossier, today } = useHost();
  const coming = dossier.appointments.value.filter(
    (appointment) => appointment.client === client.ref && appointment.date >= today,
  );
  const next = inOrder(coming).slice(0, 3);
  return (
    <Card title={t('overview.next')}>
      {next.length === 0 ? (
        <Empty title={t('overview.next.none')} />
      ) : (
        <ul class="rows">
          {next.map((appointment) => (
            <AppointmentLine key={appointment.id} appointment={appointment} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Contacts({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  return (
    <Card title={t('overview.contacts')} place={t('overview.contacts')}>
      <ul class="rows">
        {client.contacts.map((contact) => (
          <li key={contact.name} class="row">
            <Avatar name={contact.name} />
            <span class="row-words">
              <span class="row-title">{contact.name}</span>
              <span class="muted">{t(`relation.${contact.relation}`)}</span>
            </span>
            <a
              class="icon-button"
              href={`tel:${contact.phone.replaceAll(' ', '')}`}
              aria-label={t('overview.call', { naam: contact.name })}
              title={contact.phone}
            >
              <Icon name="phone" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Latest({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const { dossier } = useHost();
  const latest = newestFirst(dossier.reports.value.filter((report) => report.client === client.ref)).slice(0, 3);
  const all = (
    <Link class="card-link" to={{ screen: 'dossier', ref: client.ref, tab: 'rapportage' }}>
      {t('action.all')}
    </Link>
  );
  return (
    <Card title={t('overview.latest')} action={all}>
      {latest.length === 0 ? (
        <Empty title={t('reports.none')} />
      ) : (
        <ol class="reports">
          {latest.map((report) => (
            <ReportItem key={report.id} report={report} />
          ))}
        </ol>
      )}
    </Card>
  );
}
