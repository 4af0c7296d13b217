import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { InstanceOfInbox } from '../inbox.model';
import { hrefOf } from '../route';
import { FILTERS } from '../rows';
import { isWritten } from '../draft';
import { say } from '../texts';
import { Icon } from './Icon';
import { QuestionRow } from './QuestionRow';

/** What the list needs. */
export interface QuestionListProps {
  readonly inbox: InstanceOfInbox;
  readonly now: number;
}

/** Shows the filters with their counts, the search field and the rows. */
export function QuestionList({ inbox, now }: QuestionListProps): JSX.Element {
  const { list } = inbox;
  return (
    <nav class="list" aria-label={say('list.label')}>
      <ul class="filters" aria-label={say('filter.label')}>
        {FILTERS.map((filter) => (
          <li key={filter}>
            <a href={hrefOf({ filter })} aria-current={list.filter.value === filter ? 'page' : undefined}>
              {say(`filter.${filter}`)}{' '}
              <span class="count" data-waiting={filter === 'unanswered' && (list.counts.value?.unanswered ?? 0) > 0}>
                {list.counts.value?.[filter] ?? ''}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <label class="search">
        <Icon name="search" />
        <span class="aside">{say('list.search')}</span>
        <input
          id="search"
          type="search"
          autocomplete="off"
          placeholder={say('list.search')}
          value={list.query.value}
          onInput={(event) => list.search(event.currentTarget.value)}
        />
      </label>
      <Rows inbox={inbox} now={now} />
    </nav>
  );
}

function Rows({ inbox, now }: QuestionListProps): JSX.Element {
  const { list, thread, replies } = inbox;
  const focused = useSignal<string | undefined>(undefined);
  const rows = list.rows.value;
  if (list.state.value === 'loading') return <LoadingRows />;
  if (rows.length === 0) return <NoRows inbox={inbox} />;
  const stop =
    rows.find((row) => row.id === focused.value) ?? rows.find((row) => row.id === thread.id.value) ?? rows[0];
  return (
    <ul class="rows" id="questions">
      {rows.map((row) => (
        <li key={row.id}>
          <QuestionRow
            row={row}
            now={now}
            filter={list.filter.value}
            fresh={list.fresh.value.has(row.id)}
            current={row.id === thread.id.value}
            draft={isWritten(replies.drafts.value[row.id])}
            tabStop={row === stop}
            onFocus={() => {
              focused.value = row.id;
            }}
          />
        </li>
      ))}
    </ul>
  );
}

const LoadingRows = (): JSX.Element => (
  <div class="rows" aria-busy="true">
    <p class="aside">{say('list.loading')}</p>
    {[1, 2, 3, 4].map((line) => (
      <div key={line} class="ghostRow" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    ))}
  </div>
);

function NoRows({ inbox: { list } }: { readonly inbox: InstanceOfInbox }): JSX.Element {
  if (list.state.value === 'failed') {
    return (
      <div class="empty">
        <Icon name="warning" />
        <p class="emptyTitle">{say('list.failed')}</p>
        <button type="button" class="button" onClick={() => void list.load()}>
          {say('retry')}
        </button>
      </div>
    );
  }
  if (list.query.value.trim() !== '') {
    return (
      <div class="empty">
        <Icon name="search" />
        <p class="emptyTitle">{say('list.none', { query: list.query.value.trim() })}</p>
        <p class="muted">{say('list.none.sub')}</p>
        <button type="button" class="button" onClick={() => list.search('')}>
          {say('list.none.clear')}
        </button>
      </div>
    );
  }
  return (
    <div class="empty">
      <span class="emptyMark">
        <Icon name="check" />
      </span>
      <p class="emptyTitle">{say(`list.empty.${list.filter.value}`)}</p>
      <p class="muted">{say(`list.empty.${list.filter.value}.sub`)}</p>
    </div>
  );
}
