import { fail, succeed, type Result } from '../../src/foundation/result';
import type { Id } from '../../src/foundation/id';
import { clearSubmission } from '../../src/privacy';
import { DEFAULT_LIMITS } from '../../src/protocol';
import type { Bundle } from '../../src/questions/bundle';
import type { DraftStore, PreparedSubmission, SentSoFar, SubmissionSink } from '../../src/questions/ports';
import { QuestionsModel, type QuestionsDeps } from '../../src/questions/questions.model';
import { freezeBundle } from '../../src/questions/submission';
import { anId, idsFrom, manualClock } from './builders';

/** A place for drafts that several tabs can share. */
export interface SharedDrafts {
  /** What is stored now. */
  stored: Bundle | undefined;
  /** Set to make storing fail with this code. */
  broken: string | undefined;
  /** Whether the next tab's store outlives its page. */
  isLasting: boolean;
  /** Makes the store as one tab has it. */
  tab(): DraftStore;
}

/** Makes a draft store in memory that behaves like a database: asynchronous, copies in and out, one writer at a time. */
export function sharedDrafts(): SharedDrafts {
  const listeners = new Map<DraftStore, () => void>();
  let turn: Promise<unknown> = Promise.resolve();
  const shared: SharedDrafts = {
    stored: undefined,
    broken: undefined,
    isLasting: true,
    tab() {
      const put = async (bundle: Bundle | undefined): Promise<Result<void>> => {
        await Promise.resolve();
        if (shared.broken) return fail({ code: shared.broken, message: 'the store is broken' });
        shared.stored = bundle && structuredClone(bundle);
        for (const [tab, listener] of listeners) if (tab !== store) listener();
        return succeed(undefined);
      };
      const store: DraftStore = {
        isLasting: shared.isLasting,
        async load() {
          await Promise.resolve();
          return shared.broken
            ? fail({ code: shared.broken, message: 'the store is broken' })
            : succeed(shared.stored && structuredClone(shared.stored));
        },
        save: put,
        clear: () => put(undefined),
        leave(bundle) {
          shared.stored = structuredClone(bundle);
        },
        exclusively(work) {
          const result = turn.then(work);
          turn = result.catch(() => undefined);
          return result;
        },
        changed(listener) {
          listeners.set(store, listener);
          return () => listeners.delete(store);
        },
      };
      return store;
    },
  };
  return shared;
}

/** A sink that remembers what was handed over. */
export interface RecordingSink extends SubmissionSink {
  readonly sent: PreparedSubmission[];
  /** Set to make preparing or sending fail with this code. */
  broken: { prepare?: string | undefined; send?: string | undefined };
  /** Tells everybody who follows this submission. */
  tell(sent: SentSoFar): void;
}

/** Makes a sink that clears for real and keeps what was sent. */
export function recordingSink(newId: () => Id = idsFrom(77)): RecordingSink {
  const followers = new Map<Id, (sent: SentSoFar) => void>();
  const sink: RecordingSink = {
    sent: [],
    broken: {},
    async prepare(bundle) {
      await Promise.resolve();
      if (sink.broken.prepare) return fail({ code: sink.broken.prepare, message: 'preparing is broken' });
      const submission = freezeBundle(bundle, {
        owner: 'owner',
        device: anId(9),
        now: Date.UTC(2026, 2, 12, 9),
        timeZone: 'Europe/Amsterdam',
        environment: {
          app: 'Voorbeeldzorg',
          release: '1.0',
          browser: 'Chromium 156',
          os: 'Linux',
          locale: 'nl',
          viewport: [1280, 800],
          pixelRatio: 1,
        },
        consentVersion: '1',
      });
      return succeed({ id: newId(), submission: clearSubmission(submission, { names: [] }) });
    },
    async send(prepared) {
      await Promise.resolve();
      if (sink.broken.send) return fail({ code: sink.broken.send, message: 'sending is broken' });
      if (!sink.sent.some(({ id }) => id === prepared.id)) sink.sent.push(prepared);
      return succeed({ id: prepared.id, stage: 'text', percent: 0 });
    },
    follow(id, listener) {
      followers.set(id, listener);
      return () => followers.delete(id);
    },
    tell: (sent) => followers.get(sent.id)?.(sent),
  };
  return sink;
}

/** A person's questions in one tab, with everything around it in a test's hands. */
export function aQuestionsModel(
  change: Partial<QuestionsDeps> & { readonly drafts?: SharedDrafts; readonly seed?: number } = {},
) {
  const drafts = change.drafts ?? sharedDrafts();
  const clock = manualClock();
  const sink = recordingSink();
  const model = new QuestionsModel({
    draftStore: drafts.tab(),
    sink,
    clock,
    newId: idsFrom(change.seed ?? 1),
    limits: () => DEFAULT_LIMITS,
    context: () => ({ place: { label: 'Agenda › Week', route: '/agenda/week' }, clientRef: '#10432' }),
    ...change,
  });
  return { model, drafts, clock, sink };
}

/** Lets everything that was promised happen; nothing here waits for real time. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

type Questions = ReturnType<typeof aQuestionsModel>['model'];

/** Types a question in the form. */
export const write = (model: Questions, text: string): void => {
  model.begin();
  model.answer({ text });
};

/** Types a question and puts it in the bundle. */
export const keep = (model: Questions, text: string): void => {
  write(model, text);
  model.keep();
};

/** The words of the bundle, in order. */
export const texts = (model: Questions): readonly string[] => model.kept.value.map(({ text }) => text);

/** The first one of a list that must not be empty. */
export function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('expected at least one');
  return item;
}
