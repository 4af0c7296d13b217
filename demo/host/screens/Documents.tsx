import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fullName } from '../data/clients';
import type { Client } from '../data/clients';
import { documentsOf } from '../data/documents';
import type { ClientDocument } from '../data/documents';
import { personById } from '../data/people';
import { addDays, shortDate } from '../dates';
import { useHost } from '../hostContext';
import { Card } from '../parts/Card';
import { Dialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { useText } from '../texts';

/** Shows the documents of a client: the newest as pages, all of them as a list. */
export function Documents({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const [open, setOpen] = useState<ClientDocument>();
  const documents = documentsOf(client);
  return (
    <Card title={t('documents.title')} place={t('documents.title')}>
      <ul class="pages">
        {documents.map((document) => (
          <li key={document.id}>
            <button
              type="button"
              class="page-button"
              title={document.fileName}
              aria-label={t('documents.preview', { naam: document.fileName })}
              onClick={() => setOpen(document)}
            >
              <Page client={client} document={document} />
              <span class="page-kind">{t(`documents.kind.${document.kind}`)}</span>
              <span class="page-name">{document.fileName}</span>
            </button>
          </li>
        ))}
      </ul>
      <List documents={documents} onOpened={setOpen} />
      {open && (
        <Dialog title={t('documents.preview', { naam: open.fileName })} onClosed={() => setOpen(undefined)}>
          {() => (
            <div class="page-large">
              <Page client={client} document={open} />
            </div>
          )}
        </Dialog>
      )}
    </Card>
  );
}

function Page({ client, document }: { readonly client: Client; readonly document: ClientDocument }): JSX.Element {
  return (
    <span
      class={`page page-${document.kind}`}
      data-heading={`${fullName(client)}\n${shortDate(client.birthDate)}`}
      aria-hidden="true"
    />
  );
}

interface ListProps {
  readonly documents: readonly ClientDocument[];
  readonly onOpened: (document: ClientDocument) => void;
}

function List({ documents, onOpened }: ListProps): JSX.Element {
  const { t } = useText();
  const { today } = useHost();
  return (
    <table class="table table-inside table-files">
      <caption class="sr-only">{t('documents.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('documents.column.name')}</th>
          <th scope="col">{t('documents.column.kind')}</th>
          <th scope="col">{t('documents.column.date')}</th>
          <th scope="col">{t('documents.column.author')}</th>
          <th scope="col">{t('documents.column.size')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr key={document.id}>
            <th scope="row">
              <button type="button" class="file" onClick={() => onOpened(document)}>
                <Icon name="document" />
                <span>{document.fileName}</span>
              </button>
            </th>
            <td data-label={t('documents.column.kind')}>{t(`documents.kind.${document.kind}`)}</td>
            <td data-label={t('documents.column.date')} class="figures">
              {shortDate(addDays(today, -document.daysAgo))}
            </td>
            <td data-label={t('documents.column.author')}>{personById(document.author)?.name}</td>
            <td data-label={t('documents.column.size')} class="figures muted">
              {t('unit.kilobytes', { n: document.kilobytes })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
