import {
  createOutbox,
  type Backend,
  type BackendWriting,
  type FlushLock,
  type Outbox,
  type OutboxItemView,
  type TokenSource,
} from '../../../src/delivery';
import { createSession } from '../../../src/delivery/reading';
import type { Id } from '../../../src/foundation/id';
import { silentLog } from '../../../src/foundation/log';
import type { Cleared } from '../../../src/privacy/cleared';
import type { Attachment, Message, Submission } from '../../../src/protocol';
import { createChunkStore, createMemoryDatabase, pieceDigests, type OwnerDatabase } from '../../../src/storage';
import { createFakeBackend, createFakeToken, createTestPerson, type FakeBackend } from '../../../src/testing';
import { anId, aQuestion, idsFrom, manualClock, type ManualClock } from '../../support/builders';

/** One person at one computer: a database, a backend, and as many tabs as a test opens. */
export interface Desk {
  readonly owner: string;
  readonly token: string;
  readonly backend: FakeBackend;
  readonly database: OwnerDatabase;
  readonly clock: ManualClock;
  readonly newId: () => Id;
  /** One flusher at a time, shared by the tabs. */
  readonly lock: FlushLock;
  /** Opens a tab. Its outbox begins at once, as after a reload. */
  tab(change?: Partial<TabOptions>): Outbox;
  /** Keeps the bytes of a picture, as capture does, and declares it. */
  picture(sizeBytes: number): Promise<Attachment>;
  submission(text: string, attachments?: readonly Attachment[]): { id: Id; submission: Cleared<Submission> };
  /** Lets time pass until nothing waits for it, at most `rounds` waits. */
  settle(outbox: Outbox, rounds?: number): Promise<void>;
}

/** What a test may change about a tab. */
export interface TabOptions {
  readonly backend: BackendWriting;
  readonly session: TokenSource;
  readonly database: OwnerDatabase;
  readonly lock: FlushLock;
  readonly onWake: (wake: () => void) => void;
  readonly onLeave: (leave: () => void) => void;
}

/** Sits down at a computer. */
export async function aDesk(seed = 1): Promise<Desk> {
  const token = createFakeToken({ sub: 'sanne', org: 'voorbeeldzorg', name: 'Sanne' });
  const { owner } = await createTestPerson(token);
  const backend = createFakeBackend();
  const database: OwnerDatabase = { ...createMemoryDatabase(), isLasting: true };
  const clock = manualClock();
  const newId = idsFrom(seed);
  const lock = aLock();
  return {
    owner,
    token,
    backend,
    database,
    clock,
    newId,
    lock,
    tab({ onWake, onLeave, ...change } = {}) {
      const session = createSession({ auth: async () => token, clock, log: silentLog });
      const connectivity = (wake: () => void) => {
        onWake?.(wake);
        return () => undefined;
      };
      return createOutbox({
        owner,
        database,
        backend,
        session,
        clock,
        log: silentLog,
        language: () => 'nl',
        random: () => 0.5,
        connectivity,
        leaving: (leave) => {
          onLeave?.(leave);
          return () => undefined;
        },
        lock,
        ...change,
      });
    },
    picture: (sizeBytes) => keepPicture(database, newId(), sizeBytes),
    submission: (text, attachments = []) => ({
      id: newId(),
      submission: cleared(aSubmissionOf(owner, { text, attachments, question: newId() })),
    }),
    settle: (outbox, rounds = 60) => settle(outbox, clock, rounds),
  };
}

/** Keeps bytes that differ per picture. */
async function keepPicture(database: OwnerDatabase, id: Id, sizeBytes: number): Promise<Attachment> {
  const bytes = Uint8Array.from(
    { length: sizeBytes },
    (_, index) => (index * 31 + id.charCodeAt(index % 36)) % 256,
  ).buffer;
  await createChunkStore(database.store('chunks')).put(id, bytes);
  const redaction = { mode: 'masked', boxes: 0, revealed: [] } as const;
  const digests = await pieceDigests(bytes);
  return { id, kind: 'screenshot', name: 'screenshot-1.png', type: 'image/png', size: sizeBytes, digests, redaction };
}

async function settle(outbox: Outbox, clock: ManualClock, rounds: number): Promise<void> {
  await outbox.flush();
  for (let round = 0; round < rounds && outbox.items.value.some(isWaiting); round++) {
    clock.pass(3_600_000);
    await outbox.flush();
  }
}

const isWaiting = ({ state }: OutboxItemView): boolean => state !== 'done' && state !== 'attention';

/** One flusher at a time, as Web Locks give it. */
export function aLock(): FlushLock {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => work(new AbortController().signal));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Says that a value went through the gate: here nothing personal is ever in it. */
export const cleared = <Value>(value: Value): Cleared<Value> => value as never;

/** Makes a message that went through the gate. */
export const aClearedMessage = (owner: string, text: string): Cleared<Message> =>
  cleared({ schema: 1, owner, text, attachments: [] });

/** Makes an agent's kind of urgency: a question about somebody's safety. */
export const unsafe = ({
  id,
  submission,
}: {
  id: Id;
  submission: Cleared<Submission>;
}): { id: Id; submission: Cleared<Submission> } => ({
  id,
  submission: cleared({
    ...submission,
    questions: submission.questions.map((question) => ({ ...question, kind: 'unsafe' as const })),
  }),
});

function aSubmissionOf(
  owner: string,
  { text, attachments, question }: { text: string; attachments: readonly Attachment[]; question: Id },
): Submission {
  const { changedAt: _changedAt, isUnfinished: _isUnfinished, ...asked } = aQuestion(1, { text });
  return {
    schema: 1,
    owner,
    device: anId(99),
    deviceTime: '2026-03-12T09:00:00Z',
    timeZone: 'Europe/Amsterdam',
    questions: [{ ...asked, id: question, attachments: attachments.map(({ id }) => id) }],
    attachments,
    environment: null,
    consent: { version: '1', reviewed: true, at: '2026-03-12T09:00:00Z' },
    deflection: { shown: [], opened: [] },
    colleagues: [],
  };
}

/** Notes which methods were called, in order, and lets the rest through. */
export function noting(backend: Backend, calls: string[]): Backend {
  return new Proxy(backend, {
    get: (target, name: keyof Backend) => {
      const method = target[name] as (...given: unknown[]) => unknown;
      return typeof method !== 'function' ? method : (...given: unknown[]) => (calls.push(name), method(...given));
    },
  });
}
