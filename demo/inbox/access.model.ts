import { computed, createModel, signal } from '@preact/signals-core';
import type { AccessCheck, AccessFilter, AccessRow } from '../../src/protocol/index';
import type { AgentBackend } from './agentBackend';

const NO_ROWS: readonly AccessRow[] = [];

/** How far it is with fetching every row: so many, all of them, or not to be had. */
export interface Saving {
  readonly state: 'busy' | 'done' | 'failed';
  readonly rows: number;
}

/** The access log as who looks after it sees it: pages, newest first, and the proof that nothing was changed. */
export const AccessModel = createModel((backend: Pick<AgentBackend, 'accesses' | 'checkAccesses'>) => {
  const client = signal('');
  const rows = signal<readonly AccessRow[] | undefined>(undefined);
  const more = signal(false);
  const failed = signal(false);
  const check = signal<AccessCheck | 'busy' | 'failed' | undefined>(undefined);
  const saving = signal<Saving | undefined>(undefined);
  let latest = 0; // only the answer to the latest request counts

  const wantedClient = (): AccessFilter => {
    const wanted = client.peek().trim();
    return wanted === '' ? {} : { client: wanted };
  };

  const load = async (after: readonly AccessRow[]): Promise<void> => {
    const asked = ++latest;
    const before = after.at(-1)?.seq;
    const filter: AccessFilter = { ...wantedClient(), ...(before !== undefined && { before }) };
    failed.value = false;
    const answer = await backend.accesses(filter);
    if (asked !== latest) return;
    failed.value = !answer.ok;
    if (!answer.ok) return;
    rows.value = [...after, ...answer.value.items];
    more.value = answer.value.more;
  };

  return {
    client,
    rows,
    more,
    check,
    state: computed(() => (rows.value ? 'ready' : failed.value ? 'failed' : 'loading')),
    /** Whether the last request failed; rows that were read stay. */
    failed,
    /** Reads the newest rows that fit what is searched. */
    search: () => load(NO_ROWS),
    older: () => load(rows.peek() ?? NO_ROWS),
    saving,
    /** Reads every row that fits what is searched, newest first. Nothing when one page could not be read (half a log proves nothing), or while it is at it. */
    async collect(): Promise<readonly AccessRow[] | undefined> {
      if (saving.peek()?.state === 'busy') return undefined;
      const filter = wantedClient();
      const collected: AccessRow[] = [];
      for (let hasMore = true; hasMore;) {
        saving.value = { state: 'busy', rows: collected.length };
        const before = collected.at(-1)?.seq;
        const answer = await backend.accesses({ ...filter, ...(before !== undefined && { before }) }); // a page begins where the one before ended
        if (!answer.ok) {
          saving.value = { state: 'failed', rows: 0 };
          return undefined;
        }
        collected.push(...answer.value.items);
        hasMore = answer.value.more && answer.value.items.length > 0;
      }
      saving.value = { state: 'done', rows: collected.length };
      return collected;
    },
    async prove(): Promise<void> {
      check.value = 'busy';
      const answer = await backend.checkAccesses();
      check.value = answer.ok ? answer.value : 'failed';
    },
  };
});

/** The access log as its view sees it. */
export type InstanceOfAccess = InstanceType<typeof AccessModel>;
