import { computed, createModel, signal } from '@preact/signals-core';
import type { AgentBackend, Undelivered } from './agentBackend';
import { say } from './texts';

/** What others could not be told after all tries, with the way to try again. Ids, times and codes: it says nothing of anybody. */
export const UndeliveredModel = createModel((backend: Pick<AgentBackend, 'undelivered' | 'tellAgain'>) => {
  const rows = signal<readonly Undelivered[] | undefined>(undefined);
  const failed = signal(false);
  const busy = signal<ReadonlySet<string>>(new Set());
  const said = signal('');
  const isShown = signal(false);
  let latest = 0; // only the answer to the latest request counts

  const load = async (): Promise<void> => {
    const asked = ++latest;
    const answer = await backend.undelivered();
    if (asked !== latest) return;
    failed.value = !answer.ok;
    if (answer.ok) rows.value = answer.value;
  };

  /** Tells these again, one after the other, and stops where the receiver does not answer: the rest stays in the list. */
  const tell = async (ids: readonly string[]): Promise<void> => {
    if (busy.peek().size > 0) return;
    busy.value = new Set(ids);
    const told = new Set<string>();
    for (const id of ids) {
      if (!(await backend.tellAgain(id)).ok) break;
      told.add(id);
    }
    latest++; // what was asked before this would bring back what is no longer dead
    rows.value = rows.peek()?.filter(({ id }) => !told.has(id));
    busy.value = new Set();
    said.value = told.size < ids.length ? say('undelivered.notAgain') : say('undelivered.told', { n: told.size });
  };

  return {
    rows,
    /** Whether the last request for the list failed; rows that were read stay, and are shown. */
    failed,
    /** What is being told again now. */
    busy,
    /** What came of it, to be read out. */
    said,
    isShown,
    show(shown: boolean): void {
      isShown.value = shown;
      said.value = '';
    },
    count: computed(() => rows.value?.length ?? 0),
    load,
    again: (id: string) => tell([id]),
    againAll: () => tell(rows.peek()?.map(({ id }) => id) ?? []),
  };
});

/** What could not be delivered, as its view sees it. */
export type InstanceOfUndelivered = InstanceType<typeof UndeliveredModel>;
