import type { JSX } from 'preact';
import type { InboxRow } from '../../../src/protocol/index';
import { formatAge, formatMoment } from '../format';
import { hrefOf } from '../route';
import type { Filter } from '../rows';
import { say } from '../texts';
import { Icon } from './Icon';
import { StatusMark } from './StatusMark';

/** What one row of the list shows. */
export interface QuestionRowProps {
  readonly row: InboxRow;
  readonly now: number;
  readonly filter: Filter;
  readonly fresh: boolean;
  readonly current: boolean;
  readonly draft: boolean;
  /** The one row that Tab stops at; arrows do the rest. */
  readonly tabStop: boolean;
  readonly onFocus: () => void;
}

/** Shows one question in two lines and a foot: who, since when, what, where. */
export function QuestionRow({
  row,
  now,
  filter,
  fresh,
  current,
  draft,
  tabStop,
  onFocus,
}: QuestionRowProps): JSX.Element {
  const since = filter === 'unanswered' ? row.receivedAt : row.changedAt;
  return (
    <a
      class="row"
      id={`row-${row.id}`}
      data-row={row.id}
      href={hrefOf({ filter, question: row.id })}
      data-fresh={fresh}
      data-unanswered={row.unanswered}
      data-unsafe={row.kind === 'unsafe'}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
    >
      <StatusMark status={row.status} />
      <span class="rowTop">
        <span class="rowAsker">{row.asker}</span>
        <span class="rowOrganisation">{row.organisation}</span>
        {fresh && (
          <span class="freshDot">
            <span class="aside">{say('list.fresh')}</span>
          </span>
        )}
        <time dateTime={since} title={formatMoment(since)}>
          {formatAge(since, now)}
        </time>
      </span>
      <span class="rowExcerpt">{row.excerpt || say('list.noText')}</span>
      <RowFoot row={row} draft={draft} waits={row.unanswered && filter !== 'unanswered'} />
    </a>
  );
}

interface RowFootProps {
  readonly row: InboxRow;
  readonly draft: boolean;
  /** Said in words where not every row waits. */
  readonly waits: boolean;
}

const RowFoot = ({ row, draft, waits }: RowFootProps): JSX.Element => (
  <span class="rowFoot">
    {row.kind === 'unsafe' && (
      <span class="pill danger">
        <Icon name="warning" />
        {say('list.unsafe')}
      </span>
    )}
    <span class="number">{row.number}</span>
    <span class="rowPlace">{row.place}</span>
    {row.attachments > 0 && <Clips count={row.attachments} />}
    {draft && (
      <span class="pill">
        <Icon name="draft" />
        {say('list.draft')}
      </span>
    )}
    {waits && <span class="pill warning">{say('list.unanswered')}</span>}
  </span>
);

const Clips = ({ count }: { readonly count: number }): JSX.Element => (
  <span class="clips">
    <Icon name="clip" />
    <span aria-hidden="true">{count}</span>
    <span class="aside">{say('list.attachments', { n: count })}</span>
  </span>
);
