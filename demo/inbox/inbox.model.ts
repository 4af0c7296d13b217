import { computed, createModel, effect, signal } from '@preact/signals-core';
import type { Change, InboxPage } from '../../src/protocol/index';
import type { AgentBackend } from './agentBackend';
import type { Id } from './draft';
import { FIRST_RETRY_MS, followChanges, LAST_RETRY_MS, type Following } from './followChanges';
import { ListModel } from './list.model';
import type { Memory } from './memory';
import { RepliesModel } from './replies.model';
import type { Route } from './route';
import { nextWaiting } from './rows';
import { isStale } from './staleness';
import { say } from './texts';
import { ThreadModel } from './thread.model';

/** What the inbox of one agent needs. */
export interface InboxDeps {
  readonly backend: AgentBackend;
  /** What the agent looked at, kept on the device. */
  readonly device: Memory;
  /** Drafts, kept as long as the tab. */
  readonly tab: Memory;
  readonly newId: () => Id;
  readonly pause: Following['pause'];
}

/** The inbox of one agent: list, open question, replies, and what changes meanwhile. */
export const InboxModel = createModel(({ backend, device, tab, newId, pause }: InboxDeps) => {
  const connected = signal(true);
  const announcement = signal('');
  const list = new ListModel({
    backend,
    memory: device,
    onArrivals: (n) => {
      if (n > 0) announcement.value = say('list.new', { n });
    },
  });
  const thread = new ThreadModel({ backend, onSeen: list.look, onActed: () => void list.load() });
  const replies = new RepliesModel({
    backend,
    memory: tab,
    newId,
    onSent: () => {
      announcement.value = say('reply.sent');
      void thread.load();
      void list.load();
    },
  });

  const onConnection = (now: boolean): void => {
    connected.value = now;
  };
  const refresh = async (changes: readonly Change[]): Promise<void> => {
    await list.load();
    const open = thread.question.peek();
    if (open && isStale(open, changes, list.allRows.peek())) await thread.load();
  };

  effect(() => {
    const life = new AbortController();
    void start({
      backend,
      pause,
      signal: life.signal,
      load: list.load,
      onChanges: (changes) => void refresh(changes),
      onConnection,
    });
    return () => life.abort(); // signing out ends the waiting request
  });

  return {
    list,
    thread,
    replies,
    connected,
    announcement,
    next: computed(() => nextWaiting(list.allRows.value, thread.id.value ?? '')),
    go({ filter, question }: Route): void {
      list.choose(filter);
      thread.open(question as Id | undefined); // readRoute let only ids through
      replies.rest();
    },
  };
});

interface Starting extends Omit<Following, 'cursor'> {
  readonly load: () => Promise<InboxPage | undefined>;
}

/** Reads the list until it is there, then follows what changes after it. */
async function start({ load, ...following }: Starting): Promise<void> {
  const { pause, signal } = following;
  let page = await load();
  for (let tries = 0; page === undefined && !signal.aborted; tries++) {
    await pause(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries), signal);
    page = signal.aborted ? undefined : await load();
  }
  if (page) await followChanges({ ...following, cursor: page.cursor });
}

/** The inbox as its views see it. */
export type InstanceOfInbox = InstanceType<typeof InboxModel>;
