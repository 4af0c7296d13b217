import type { JSX } from 'preact';
import { clientByRef, fullName } from '../data/clients';
import { personById } from '../data/people';
import type { ReportKind } from '../data/reports';
import { addDays, longDate } from '../dates';
import type { Language } from '../dates';
import type { Report } from '../dossier.model';
import { useHost } from '../hostContext';
import { useText } from '../texts';
import type { Translate } from '../texts';
import { Avatar, Badge } from './Badge';
import type { Tone } from './Badge';
import { Link } from './Link';

const toneOfKind: Readonly<Record<ReportKind, Tone>> = {
  daily: 'plain',
  care: 'info',
  contact: 'plum',
  particular: 'warn',
};

/** Shows one report: who wrote it, when, what kind, and the text. */
export function ReportItem({
  report,
  withClient = false,
}: {
  readonly report: Report;
  readonly withClient?: boolean;
}): JSX.Element {
  const { t, language } = useText();
  const { today } = useHost();
  const author = personById(report.author)?.name ?? '';
  const client = clientByRef(report.client);
  return (
    <li class="report">
      <Avatar name={author} />
      <div class="report-body">
        <p class="report-head">
          <span class="report-author">{author}</span>
          <span class="muted">{dayName(report.date, today, { t, language })}</span>
          <span class="muted figures">{report.time}</span>
          <Badge tone={toneOfKind[report.kind]}>{t(`reports.kind.${report.kind}`)}</Badge>
        </p>
        {withClient && client && (
          <Link class="report-client" to={{ screen: 'dossier', ref: client.ref, tab: 'rapportage' }}>
            {fullName(client)}
          </Link>
        )}
        <p class="report-text">{report.text}</p>
      </div>
    </li>
  );
}

function dayName(
  date: string,
  today: string,
  { t, language }: { readonly t: Translate; readonly language: Language },
): string {
  if (date === today) return t('reports.today');
  if (date === addDays(today, -1)) return t('reports.yesterday');
  return longDate(date, language, { weekday: 'short', day: 'numeric', month: 'short' });
}
