import { createModel, effect, signal } from '@preact/signals-core';
import { disposeModel } from '../../foundation/disposeModel';
import type { OwnerSpace } from '../owner';
import type { PanelParts } from './lazyParts';
import type { DraftStore } from '../../questions';
import { createDraftStore } from './draftStore';
import { handOver } from './handOver';
import { PanelModel } from './panel.model';
import { TextsModel } from './texts.model';
import { WorkspaceModel, type WorkspaceModelInstance } from './workspace.model';

/** The panel as a whole: where the person is in it, in which language, and whose questions it shows. */
export const ShellModel = createModel((port: PanelParts) => {
  const { app, owners, clock } = port;
  const panel = new PanelModel();
  const { texts, addTexts } = new TextsModel({ settings: app.settings, lazy: port.lazy });
  const isReading = (): boolean => app.isOpen.peek() && /^(mine|thread)$/.test(panel.screen.peek().name);
  const makeWorkspace = (space: OwnerSpace): WorkspaceModelInstance => new WorkspaceModel({ port, space, isReading });
  const workspace = signal(makeWorkspace(owners.space.peek()));
  let starting: Promise<void> | undefined;
  let arriving: OwnerSpace | undefined;

  const draftsOf = (space: OwnerSpace): DraftStore =>
    createDraftStore({ space, clock, ttlHours: app.settings.peek().storage.ttlHours });

  const follow = async (space: OwnerSpace): Promise<void> => {
    const before = workspace.peek();
    const next = makeWorkspace(space);
    if (before.ownerSpace().owner === '' && space.owner !== '') {
      arriving = space;
      await handOver(before, next, () => owners.space.peek() === space);
      arriving = undefined;
    } else {
      app.trail.peek()?.forget(); // what another person did is not theirs
      panel.reset();
    }
    if (owners.space.peek() !== space) return disposeModel(next);
    workspace.value = next;
    disposeModel(before);
    if (before.ownerSpace().owner === '') await leaveNothing(before);
    await next.start(); // from the device only: who pressed early waits for it
  };
  effect(() => {
    const space = owners.space.value;
    if (space !== workspace.peek().ownerSpace()) starting = follow(space);
  });
  effect(() => () => disposeModel(workspace.peek()));

  return {
    panel,
    texts,
    addTexts,
    workspace,
    /** Whose questions these are, as soon as it is known and what was typed has come along: who presses early waits, and need not press again. */
    async settled(): Promise<WorkspaceModelInstance> {
      if (workspace.peek().ownerSpace().owner === '') await owners.enter();
      await starting;
      return workspace.peek();
    },
    /** The page is being left. Words that are being carried over stay with the person they go to. */
    leave(): void {
      const { questions, leave } = workspace.peek();
      if (arriving) draftsOf(arriving).leave?.({ ...questions.bundle.peek(), revision: port.newId() });
      leave();
    },
    /** Reads what was stored, at the first opening; resolves when it is on screen. Before this nobody is asked for anything. */
    start: (): Promise<void> => (starting ??= workspace.peek().start()),
  };
});

/** What was nobody's went along: nothing stays behind for the next person, nor what is being stored this moment. */
async function leaveNothing(before: WorkspaceModelInstance): Promise<void> {
  await before.questions.flush();
  await before.ownerSpace().database.wipe();
}

/** The public face of the model. */
export type ShellModelInstance = InstanceType<typeof ShellModel>;
