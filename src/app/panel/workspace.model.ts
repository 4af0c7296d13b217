import { createModel, effect, signal } from '@preact/signals-core';
import type { FrozenPage } from '../../capture/moment';
import type { Clock } from '../../foundation/clock';
import { DEFAULT_LIMITS, type Limits } from '../../protocol/session';
import { QuestionsModel, type QuestionContext } from '../../questions';
import type { OwnerSpace } from '../owner';
import type { PanelParts } from './lazyParts';
import { collectOrphans } from './byteStore';
import { createDraftStore } from './draftStore';
import { createLate } from './late.model';
import { createLazySink } from './lazySink';

/** What a workspace is made with. */
export interface WorkspaceDeps {
  readonly port: PanelParts;
  readonly space: OwnerSpace;
  /** Whether a list or conversation is on screen. */
  isReading(): boolean;
}

/** Everything one person has open in the panel. Another person gets another one. */
export const WorkspaceModel = createModel(({ port, space, isReading }: WorkspaceDeps) => {
  const { app, clock, lazy, newId } = port;
  const { ttlHours } = app.settings.peek().storage;
  const limits = signal<Limits>(DEFAULT_LIMITS);

  const limitsNow = (): Limits => tightened(limits.peek(), app.settings.peek().limits);

  const questions = new QuestionsModel({
    draftStore: createDraftStore({ space, clock, ttlHours }),
    sink: createLazySink(port, space),
    clock,
    newId,
    limits: limitsNow,
    review: app.settings.peek().privacy.review,
    context: () => questionContext(app),
    trail: () => app.trail.peek(),
  });

  const capture = createLate(async () =>
    (await lazy.captures()).createCapture({ port, space, questions, limits: limitsNow }),
  );
  const recording = createLate(async () => {
    const [{ createRecording }, attachTo] = await Promise.all([lazy.recording(), capture.load()]);
    if (!attachTo) throw new Error('What attaches a recording did not arrive.');
    return createRecording({ port, space, questions, capture: attachTo, limits: limitsNow });
  });

  const conversations = createLate(async () =>
    (await lazy.conversations()).createConversations({ port, space, isWatched: isReading }),
  );

  effect(() => () => [recording, capture, conversations].forEach((late) => late.end()));

  return {
    /** Whose it is. A method, because a model returns signals and methods only. */
    ownerSpace: (): OwnerSpace => space,
    questions,
    capture: capture.model,
    recording: recording.model,
    conversations: conversations.model,
    /** Reads what was stored and what the receiver allows. */
    async start(): Promise<void> {
      await questions.restore();
      await removeOrphans(questions, space, clock);
      limits.value = (await readLimits(port)) ?? limits.peek();
    },
    /** Fetches what shows and takes pictures. */
    loadCapture: capture.load,
    /** Fetches what records. */
    loadRecording: recording.load,
    /** Draws the page of the press, so that it can be looked at and sent along. */
    async offer(frozen: FrozenPage): Promise<void> {
      await (await capture.load())?.offerMoment(frozen);
    },
    /** Fetches what reads and answers. */
    async loadConversations(): Promise<void> {
      const before = conversations.model.peek();
      const model = await conversations.load();
      await (before ? before.refresh() : model?.start());
    },
    /** Stores what was typed a moment ago. */
    flush: () => Promise.all([questions.flush(), conversations.model.peek()?.flush()]),
    /** The page is being left: the same, in the time there is. */
    leave(): void {
      questions.leavePage();
      void conversations.model.peek()?.flush();
    },
  };
});

async function removeOrphans({ bundle }: QuestionsModel, space: OwnerSpace, clock: Clock): Promise<void> {
  const inUse = await bytesInUse(bundle.peek().attachments, space);
  if (inUse) await collectOrphans(space, inUse, clock);
}

/** The place and the client a question begins with. */
function questionContext({ subject }: PanelParts['app']): QuestionContext {
  const place = subject.place();
  const ref = subject.context().client?.ref;
  return { ...(place && { place }), ...(ref === undefined ? {} : { clientRef: ref }) };
}

/** The public face of the model. */
export type WorkspaceModelInstance = InstanceType<typeof WorkspaceModel>;

/** The receiver's limits, or the host's where those are tighter. */
function tightened(limits: Limits, host: PanelParts['app']['settings']['value']['limits']): Limits {
  return {
    ...limits,
    fileBytes: Math.min(limits.fileBytes, host.fileBytes ?? Infinity),
    attachments: Math.min(limits.attachments, host.files ?? Infinity),
    submissionBytes: Math.min(limits.submissionBytes, host.submissionBytes ?? Infinity),
    questions: Math.min(limits.questions, host.questions ?? Infinity),
  };
}

async function readLimits({ connection, app }: PanelParts): Promise<Limits | undefined> {
  const [session, reading] = await Promise.all([connection.session(), connection.reading()]).catch(() => []); // defaults hold until the next start
  const token = await session?.token();
  if (!token?.ok || !reading) return undefined;
  const me = await reading.me({ token: token.value, language: app.settings.peek().locale });
  return me.ok ? me.value.limits : undefined;
}

/** Ids of all attachments that the bundle or the outbox still needs; nothing when the device does not say. */
async function bytesInUse(
  drafted: readonly { readonly id: string }[],
  space: OwnerSpace,
): Promise<ReadonlySet<string> | undefined> {
  const rows = await space.database
    .store('items')
    .entries<{ readonly attachments?: readonly { readonly id: string }[] }>('row/');
  if (!rows.ok) return undefined;
  return new Set([...drafted, ...rows.value.flatMap(([, { attachments = [] }]) => attachments)].map(({ id }) => id));
}
