import { computed, createModel, signal } from '@preact/signals-core';
import type { AccessCheck, AccessFilter, AccessRow } from '../../src/protocol/index';
import type { AgentBackend } from './agentBackend';

const NO_ROWS: readonly AccessRow[] = [];

/** The access log as who looks after it sees it: pages, newest first, and the proof that nothing was changed. */
export const AccessModel = createModel((backend: Pick<AgentBackend, 'accesses' | 'checkAccesses'>) => {
  const client = signal('');
  const rows = signal<readonly AccessRow[] | undefined>(undefined);
  const more = signal(false);
  const failed = signal(false);
  const check = signal<AccessCheck | 'busy' | 'failed' | undefined>(undefined);
  let latest = 0; // only the answer to the latest request counts

  const load = async (after: readonly AccessRow[]): Promise<void> => {
    const asked = ++latest;
    const wanted = client.peek().trim();
    const before = after.at(-1)?.seq;
    const filter: AccessFilter = {
      ...(wanted !== '' && { client: wanted }),
      ...(before !== undefined && { before }),
    };
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
    async prove(): Promise<void> {
      check.value = 'busy';
      const answer = await backend.checkAccesses();
      check.value = answer.ok ? answer.value : 'failed';
    },
  };
});

/** The access log as its view sees it. */
export type InstanceOfAccess = InstanceType<typeof AccessModel>;
