import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { clientByRef, clients, fullName } from '../data/clients';
import type { Client } from '../data/clients';
import type { ReportKind } from '../data/reports';
import { newestFirst } from '../dossier.model';
import { useHost, usePerson } from '../hostContext';
import { Card, Empty, PageHead } from '../parts/Card';
import { Segments, Select, TextArea } from '../parts/Fields';
import { ReportItem } from '../parts/ReportItem';
import { useText } from '../texts';

const kinds: readonly ReportKind[] = ['daily', 'care', 'contact', 'particular'];

/** Shows the reports of all clients, with a form for a new one. */
export function Reports(): JSX.Element {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('reports.title')} />
      <div class="columns">
        <div class="column">
          <ReportList />
        </div>
        <div class="column column-side column-first">
          <ReportForm />
        </div>
      </div>
    </>
  );
}

/** Shows the reports of one client, with a form for a new one. */
export function ClientReports({ client }: { readonly client: Client }): JSX.Element {
  return (
    <div class="columns">
      <div class="column">
        <ReportList client={client} />
      </div>
      <div class="column column-side column-first">
        <ReportForm client={client} />
      </div>
    </div>
  );
}

function ReportList({ client }: { readonly client?: Client }): JSX.Element {
  const { t } = useText();
  const { dossier } = useHost();
  const [kind, setKind] = useState('all');
  const shown = newestFirst(
    dossier.reports.value.filter(
      (report) => (client === undefined || report.client === client.ref) && (kind === 'all' || report.kind === kind),
    ),
  );
  const filter = (
    <Select
      label={t('reports.kind')}
      hideLabel
      value={kind}
      options={[['all', t('reports.kind.all')], ...kinds.map((name) => [name, t(`reports.kind.${name}`)] as const)]}
      onChanged={setKind}
    />
  );
  return (
    <Card title={t('reports.list')} action={filter} place={t('reports.list')}>
      {shown.length === 0 ? (
        <Empty title={t('reports.none')} />
      ) : (
        <ol class="reports">
          {shown.map((report) => (
            <ReportItem key={report.id} report={report} withClient={client === undefined} />
          ))}
        </ol>
      )}
    </Card>
  );
}

type Outcome = 'none' | 'missing' | 'saved';

function ReportForm({ client }: { readonly client?: Client }): JSX.Element {
  const { t } = useText();
  const { dossier, today, time } = useHost();
  const author = usePerson();
  const [chosen, setChosen] = useState(client?.ref ?? '');
  const [kind, setKind] = useState<ReportKind>('daily');
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('none');
  const hint = useId();
  const about = client ?? clientByRef(chosen);

  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!about || text.trim() === '') return setOutcome('missing');
    dossier.write({
      id: crypto.randomUUID(),
      client: about.ref,
      date: today,
      time: time(),
      author: author.id,
      kind,
      text: text.trim(),
    });
    setText('');
    setOutcome('saved');
  };

  return (
    <Card title={t('reports.write')} place={t('reports.write')} class="sticky">
      <form class="form" onSubmit={save} onInput={() => setOutcome('none')}>
        {client === undefined && <ClientChoice chosen={chosen} onChosen={setChosen} />}
        <Segments
          label={t('reports.kind')}
          value={kind}
          options={kinds.map((name) => [name, t(`reports.kind.${name}`)] as const)}
          onChanged={(name) => setKind(kinds.find((one) => one === name) ?? 'daily')}
        />
        <TextArea
          label={t('reports.text')}
          supportHint="rapportage-tekst"
          value={text}
          rows={6}
          placeholder={about ? t('reports.text.field', { naam: fullName(about) }) : t('reports.text.empty')}
          describedBy={hint}
          onChanged={setText}
        />
        <p id={hint} class={outcome === 'missing' ? 'small warn' : 'small muted'} role="status">
          {outcome === 'saved'
            ? t('reports.saved')
            : t(outcome === 'missing' ? 'reports.missing' : 'reports.text.empty')}
        </p>
        <div class="actions">
          <button type="submit" class="button button-primary" data-support-hint="rapportage-opslaan">
            {t('action.save')}
          </button>
        </div>
      </form>
    </Card>
  );
}

interface ClientChoiceProps {
  readonly chosen: string;
  readonly onChosen: (ref: string) => void;
}

function ClientChoice({ chosen, onChosen }: ClientChoiceProps): JSX.Element {
  const { t } = useText();
  const names = clients.map((client) => [client.ref, fullName(client)] as const);
  return (
    <Select
      label={t('reports.client')}
      value={chosen}
      options={[['', t('reports.client.choose')], ...names]}
      onChanged={onChosen}
    />
  );
}
