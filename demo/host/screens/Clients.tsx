import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { findClients } from '../clientFilter';
import type { CareForm, Client, ClientStatus } from '../data/clients';
import { fullName } from '../data/clients';
import { personById } from '../data/people';
import { ageOn, longDate, shortDate } from '../dates';
import { useHost, usePerson } from '../hostContext';
import { ClientLine, StatusBadge } from '../parts/Badge';
import { Empty, PageHead } from '../parts/Card';
import { Check, Segments, Select } from '../parts/Fields';
import { Icon } from '../parts/Icon';
import { Link } from '../parts/Link';
import { useText } from '../texts';

const statuses: readonly ClientStatus[] = ['active', 'intake', 'ended'];
const careForms: readonly CareForm[] = ['home', 'sheltered', 'day', 'ambulatory'];

interface Choice {
  readonly words: string;
  readonly status: string;
  readonly care: string;
  readonly mine: boolean;
}

const everything: Choice = { words: '', status: 'all', care: 'all', mine: false };

/** Shows all clients in a table, with search and filters. */
export function Clients(): JSX.Element {
  const { t } = useText();
  const person = usePerson();
  const [choice, setChoice] = useState(everything);
  const change = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });
  const found = findClients({
    words: choice.words,
    status: statuses.find((status) => status === choice.status),
    care: careForms.find((care) => care === choice.care),
    mentor: choice.mine ? person.id : undefined,
  });
  return (
    <>
      <PageHead
        title={t('clients.title')}
        beside={<span class="count">{t('clients.count', { n: found.length })}</span>}
      />
      <Filters choice={choice} onChanged={change} />
      {found.length === 0 ? (
        <Empty title={t('clients.none')}>
          <p class="muted">{t('clients.none.more')}</p>
          <button type="button" class="button" onClick={() => setChoice(everything)}>
            {t('clients.reset')}
          </button>
        </Empty>
      ) : (
        <Table found={found} />
      )}
    </>
  );
}

function Filters({
  choice,
  onChanged,
}: {
  readonly choice: Choice;
  readonly onChanged: (part: Partial<Choice>) => void;
}): JSX.Element {
  const { t } = useText();
  return (
    <div class="filters">
      <div class="filter-search">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('clients.search')}
          placeholder={t('clients.search.field')}
          autocomplete="off"
          value={choice.words}
          onInput={(event) => onChanged({ words: event.currentTarget.value })}
        />
      </div>
      <Segments
        label={t('clients.status')}
        value={choice.status}
        options={[['all', t('status.all')], ...statuses.map((status) => [status, t(`status.${status}`)] as const)]}
        onChanged={(status) => onChanged({ status })}
      />
      <Select
        label={t('clients.care')}
        hideLabel
        value={choice.care}
        options={[['all', t('clients.care.all')], ...careForms.map((care) => [care, t(`care.${care}`)] as const)]}
        onChanged={(care) => onChanged({ care })}
      />
      <Check label={t('clients.mine')} checked={choice.mine} onChanged={(mine) => onChanged({ mine })} />
    </div>
  );
}

function Table({ found }: { readonly found: readonly Client[] }): JSX.Element {
  const { t } = useText();
  return (
    <div class="table-frame">
      <table class="table table-people">
        <caption class="sr-only">{t('clients.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clients.column.name')}</th>
            <th scope="col">{t('clients.column.birth')}</th>
            <th scope="col">{t('clients.column.care')}</th>
            <th scope="col" class="widest-only">
              {t('clients.column.address')}
            </th>
            <th scope="col">{t('clients.column.mentor')}</th>
            <th scope="col">{t('clients.column.status')}</th>
            <th scope="col" class="wide-only">
              {t('clients.column.report')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map((client) => (
            <Row key={client.ref} client={client} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ client }: { readonly client: Client }): JSX.Element {
  const { t, language } = useText();
  const { today, dossier } = useHost();
  const latest = dossier.reports.value.find((report) => report.client === client.ref);
  const born = shortDate(client.birthDate);
  return (
    <tr>
      <th scope="row">
        <Link
          class="row-link"
          to={{ screen: 'dossier', ref: client.ref, tab: 'overzicht' }}
          name={t('clients.open', { naam: fullName(client) })}
          hint={`${fullName(client)}, ${born}, BSN ${client.bsn}`}
        >
          <ClientLine client={client} />
        </Link>
      </th>
      <td data-label={t('clients.column.birth')}>
        <span class="pair">
          <span class="figures">{born}</span>
          <span class="muted">{t('unit.years', { n: ageOn(client.birthDate, today) })}</span>
        </span>
      </td>
      <td data-label={t('clients.column.care')}>{t(`care.${client.care}`)}</td>
      <td class="widest-only">{client.address}</td>
      <td class="nowrap" data-label={t('clients.column.mentor')}>
        {personById(client.mentor)?.name}
      </td>
      <td data-label={t('clients.column.status')}>
        <StatusBadge status={client.status} />
      </td>
      <td class="wide-only muted">
        {latest ? longDate(latest.date, language, { day: 'numeric', month: 'short' }) : ''}
      </td>
    </tr>
  );
}
