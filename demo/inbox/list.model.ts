import { computed, createModel, signal } from '@preact/signals-core';
import type { InboxPage, InboxRow } from '../../src/protocol/index';
import type { AgentBackend } from './agentBackend';
import type { Memory } from './memory';
import { arrivals, shownRows, type Filter } from './rows';
import { firstSeen, isFresh, markSeen, readSeen, type Seen } from './seen';

/** What the list needs. */
export interface ListDeps {
  readonly backend: Pick<AgentBackend, 'page'>;
  readonly memory: Memory;
  readonly onArrivals: (count: number) => void;
}

const NO_ROWS: readonly InboxRow[] = [];

/** The list of questions: which filter, what is searched, what is new. */
export const ListModel = createModel(({ backend, memory, onArrivals }: ListDeps) => {
  const filter = signal<Filter>('unanswered');
  const query = signal('');
  const pages = signal<Readonly<Partial<Record<Filter, InboxPage>>>>({}); // a list that was read before stands there at once
  const counts = signal<InboxPage['counts'] | undefined>(undefined);
  const failed = signal(false);
  const seen = signal<Seen | undefined>(readSeen(memory.read('seen')));
  let latest = 0; // only the answer to the latest request counts

  const allRows = computed(() => pages.value[filter.value]?.items ?? NO_ROWS);
  const fresh = computed(
    () => new Set(allRows.value.filter((row) => seen.value && isFresh(row, seen.value)).map((row) => row.id)),
  );

  const remember = (next: Seen): void => {
    seen.value = next;
    memory.write('seen', next);
  };
  const load = async (): Promise<InboxPage | undefined> => {
    const asked = ++latest;
    const wanted = filter.peek();
    const answer = await backend.page(wanted);
    if (asked !== latest) return undefined;
    failed.value = !answer.ok;
    if (!answer.ok) return undefined;
    if (seen.peek() === undefined) remember(firstSeen(answer.value.items));
    const before = pages.peek()[wanted];
    pages.value = { ...pages.peek(), [wanted]: answer.value };
    counts.value = answer.value.counts;
    if (before) onArrivals(arrivals(before.items, answer.value.items));
    return answer.value;
  };

  return {
    filter,
    query,
    counts,
    state: computed(() => (pages.value[filter.value] ? 'ready' : failed.value ? 'failed' : 'loading')),
    rows: computed(() => shownRows(allRows.value, filter.value, query.value)),
    /** Every row of the list, also those that the search hides. */
    allRows,
    /** Ids of the rows in which something happened since the agent looked. */
    fresh,
    load,
    choose(next: Filter): void {
      if (next === filter.value) return;
      filter.value = next;
      void load();
    },
    search(text: string): void {
      query.value = text;
    },
    look(row: InboxRow): void {
      const known = seen.peek();
      if (known && known.rows[row.id] !== row.changedAt) remember(markSeen(known, row));
    },
  };
});
