import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Undelivered } from '../agentBackend';
import { formatMoment } from '../format';
import { say } from '../texts';
import type { InstanceOfUndelivered } from '../undelivered.model';
import { eventWords, reasonWords, targetWords } from '../undeliveredWords';
import { Dialog } from './Dialog';
import { Icon } from './Icon';

/** What the list of what was not delivered needs. */
export interface UndeliveredListProps {
  readonly undelivered: InstanceOfUndelivered;
  readonly onClose: () => void;
}

/** Shows what others could not be told, and lets an agent try again. */
export function UndeliveredList({ undelivered, onClose }: UndeliveredListProps): JSX.Element {
  useEffect(() => void undelivered.load(), []);
  return (
    <Dialog name={say('undelivered.title')} className="wideDialog undelivered" onClose={onClose}>
      <header class="dialogHead">
        <h2>{say('undelivered.title')}</h2>
        <button
          type="button"
          class="button quiet iconOnly"
          aria-label={say('undelivered.close')}
          data-first-focus
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <p class="small muted">{say('undelivered.sub')}</p>
      <Found undelivered={undelivered} />
      <p class="small undeliveredSaid" role="status">
        {undelivered.said.value}
      </p>
    </Dialog>
  );
}

function Found({ undelivered }: Pick<UndeliveredListProps, 'undelivered'>): JSX.Element {
  const rows = undelivered.rows.value;
  if (!rows && undelivered.failed.value)
    return (
      <div class="empty">
        <Icon name="warning" />
        <p class="emptyTitle">{say('undelivered.failed')}</p>
        <button type="button" class="button" onClick={() => void undelivered.load()}>
          {say('retry')}
        </button>
      </div>
    );
  if (!rows) return <p class="empty muted">{say('undelivered.loading')}</p>;
  if (rows.length === 0)
    return (
      <div class="empty">
        <Icon name="check" />
        <p class="emptyTitle">{say('undelivered.none')}</p>
        <p class="muted">{say('undelivered.none.sub')}</p>
      </div>
    );
  return <Table undelivered={undelivered} rows={rows} />;
}

interface TableProps {
  readonly undelivered: InstanceOfUndelivered;
  readonly rows: readonly Undelivered[];
}

function Table({ undelivered, rows }: TableProps): JSX.Element {
  const isBusy = undelivered.busy.value.size > 0;
  const all = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  /** The button that was pressed goes with its row: the focus goes to the next one. */
  const again = async (id: string, place: number): Promise<void> => {
    await undelivered.again(id);
    requestAnimationFrame(() => {
      const buttons = body.current?.querySelectorAll('button') ?? [];
      (buttons[Math.min(place, buttons.length - 1)] ?? all.current)?.focus();
    });
  };
  return (
    <>
      <button
        ref={all}
        type="button"
        class="button undeliveredAll"
        aria-disabled={isBusy}
        onClick={() => void undelivered.againAll()}
      >
        <Icon name="send" />
        {say('undelivered.againAll')}
      </button>
      <div class="accessTable" role="region" aria-label={say('undelivered.title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {(['target', 'what', 'at', 'tries', 'reason'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`undelivered.column.${column}`)}
                </th>
              ))}
              <th>
                <span class="aside">{say('undelivered.again')}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, place) => (
              <Line key={row.id} row={row} isBusy={isBusy} onAgain={() => void again(row.id, place)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface LineProps {
  readonly row: Undelivered;
  readonly isBusy: boolean;
  readonly onAgain: () => void;
}

const Line = ({ row, isBusy, onAgain }: LineProps): JSX.Element => (
  <tr>
    <td>{targetWords(row)}</td>
    <td>{eventWords(row)}</td>
    <td class="number">{formatMoment(row.at)}</td>
    <td class="number">{row.tries}</td>
    <td>{reasonWords(row)}</td>
    <td>
      <button
        type="button"
        class="button"
        aria-disabled={isBusy}
        aria-label={say('undelivered.again.this', { what: eventWords(row), target: targetWords(row) })}
        onClick={onAgain}
      >
        {say('undelivered.again')}
      </button>
    </td>
  </tr>
);
