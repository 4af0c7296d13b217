import type { ReadonlySignal } from '@preact/signals-core';
import type { Clock } from '../../foundation/clock';
import { disposeModel } from '../../foundation/disposeModel';
import type { Id } from '../../foundation/id';
import type { Log } from '../../foundation/log';
import { succeed, type Failure, type Result } from '../../foundation/result';
import type { Cleared } from '../../privacy/cleared';
import type { Action, Message } from '../../protocol/conversation';
import type { Submission } from '../../protocol/submission';
import type { OwnerDatabase } from '../../storage';
import { OutboxModel, type OutboxItemView } from '../outbox.model';
import type { BackendWriting, Connectivity, FlushLock, Leaving, TokenSource } from '../ports';
import { browserConnectivity, browserLeaving } from './connectivity';
import { drainOutbox } from './drainOutbox';
import { createEnqueue, type Enqueued } from './enqueue';
import { createFlusher } from './flusher';
import { createFlushLock } from './flushLock';
import { createLastWords } from './lastWords';
import { createLease } from './lease';
import { createLedger, type Ledger } from './ledger';
import { createOutboxStore } from './outboxStore';
import { createSender } from './sender';
import { createPaceKeeper, createUploader } from './uploadBlob';

/** Everything of one owner that is to be sent. */
export interface Outbox {
  /** All items, oldest first; done ones stay for 24 hours. */
  readonly items: ReadonlySignal<readonly OutboxItemView[]>;
  /** Seals a submission. Resolves when it is saved: on the disk and read back. Its pictures must be in `chunks` already. */
  submit(prepared: { readonly id: Id; readonly submission: Cleared<Submission> }): Promise<Result<Enqueued, Failure>>;
  /** Seals a message; resolves like `submit`. */
  sendMessage(item: {
    readonly question: Id;
    readonly id: Id;
    readonly message: Cleared<Message>;
  }): Promise<Result<Enqueued, Failure>>;
  /** Seals an action; resolves like `submit`. It holds no words, so there is nothing to clear. */
  sendAction(item: {
    readonly question: Id;
    readonly id: Id;
    readonly action: Action;
  }): Promise<Result<Enqueued, Failure>>;
  /** Gives what is or was going to be sent, literally: to show, to copy, to write anew under a new id. Nothing once it is done. */
  content(id: Id): Promise<Result<Submission | Message | Action | undefined, Failure>>;
  /** Tries an item again that needed attention. */
  retry(id: Id): Promise<void>;
  /** Removes an item and its pictures from the device. A person's own act: nothing else removes what was not received. */
  discard(id: Id): Promise<void>;
  /** Tries everything now; resolves when there is nothing to do right now. */
  flush(): Promise<void>;
  /** Stops. What is stored stays and goes on with the next outbox of this owner. */
  end(): void;
}

/** What an outbox needs. The last five have a browser's or a sensible default. */
export interface OutboxDeps {
  /** base64url SHA-256 of `iss \n org \n sub`: the session's subject. Only its items are sent, only with its tokens. */
  readonly owner: string;
  readonly database: OwnerDatabase;
  readonly backend: BackendWriting;
  readonly session: TokenSource;
  readonly clock: Clock;
  readonly log: Log;
  /** BCP 47. */
  language(): string;
  readonly connectivity?: Connectivity;
  readonly lock?: FlushLock;
  readonly leaving?: Leaving;
  /** From 0 up to 1. */
  random?(): number;
}

/** Creates an owner's outbox and sends at once what was left there. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { owner, backend, clock, log, connectivity = browserConnectivity, random = Math.random } = deps;
  const store = createOutboxStore(deps.database, owner);
  const model = new OutboxModel();
  const ledger = createLedger({ store, model, log, now: () => clock.now() });
  const lease = createLease(deps.database.store('meta'), clock);
  const { lock = createFlushLock({ owner, clock, lease }) } = deps;
  const send = createSender({ ...deps, ...(!deps.lock && { lease }) });
  const lastWords = createLastWords({ leaving: browserLeaving, ...deps });
  const keeper = createPaceKeeper();
  const sending = { ledger, backend, send, clock, lastWords };
  const flusher = createFlusher({
    ledger,
    lock,
    clock,
    drain: (round) =>
      drainOutbox({ ...sending, random, uploader: createUploader({ ...sending, store, keeper }) }, round),
  });
  const stops = [connectivity(() => flusher.wake()), store.onLasting(() => void ledger.load()), lastWords.end];
  const enqueue = createEnqueue({ owner, store, ledger, clock, onAdded: () => void flusher.flush(false) });
  void flusher.flush(true);

  return {
    items: model.items,
    submit: ({ id, submission }) =>
      enqueue({
        id,
        kind: 'submission',
        content: submission,
        attachments: submission.attachments,
        urgent: submission.questions.some(({ kind }) => kind === 'unsafe'),
      }),
    sendMessage: ({ id, question, message }) =>
      enqueue({ id, kind: 'message', question, content: message, attachments: message.attachments }),
    sendAction: ({ id, question, action }) =>
      enqueue({ id, kind: 'action', question, content: action, attachments: [] }),
    content: async (id) => readBack(await ledger.body(id)),
    async retry(id) {
      await ledger.apply(id, { kind: 'retried' });
      await flusher.flush(false);
    },
    discard: (id) => ledger.drop(id),
    flush: () => flusher.flush(true),
    end() {
      for (const stop of stops) stop();
      flusher.end();
      disposeModel(model);
    },
  };
}

type Content = Submission | Message | Action;

/** Reads the bytes that `enqueue` wrote. */
function readBack(body: Awaited<ReturnType<Ledger['body']>>): Result<Content | undefined> {
  if (!body.ok || !body.value) return body.ok ? succeed(undefined) : body;
  return succeed(JSON.parse(new TextDecoder().decode(body.value)) as Content); // sealed from nothing else
}
