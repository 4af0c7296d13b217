import { createModel, effect, signal } from '@preact/signals-core';
import { DEFAULT_LIMITS, type Limits } from '../../protocol/session';
import { QuestionsModel, type QuestionContext } from '../../questions';
import type { OwnerSpace } from '../owner';
import type { PanelParts } from './lazyParts';
import { createDraftStore } from './draftStore';
import { EquipmentModel } from './equipment.model';
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

  const equipment = new EquipmentModel({ port, space, questions, limits: limitsNow });

  const conversations = createLate(async () =>
    (await lazy.conversations()).createConversations({ port, space, isWatched: isReading }),
  );

  effect(() => conversations.end);

  return {
    /** Whose it is. A method, because a model returns signals and methods only. */
    ownerSpace: (): OwnerSpace => space,
    questions,
    ...equipment,
    conversations: conversations.model,
    /** Reads what was stored. What the receiver allows follows when it answers: nobody waits for that. */
    async start(): Promise<void> {
      await questions.restore();
      const { attachments } = questions.bundle.peek();
      lazy.review().then(
        async (chunk) => {
          await chunk.removeOrphans(attachments, space, clock);
          limits.value = (await chunk.readLimits(port)) ?? limits.peek();
        },
        () => undefined, // what does not arrive is told; the next start tries again
      );
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
