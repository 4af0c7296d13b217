import { createModel, effect, signal } from '@preact/signals-core';
import type { Clock } from '../foundation/clock';
import type { Id } from '../foundation/id';
import type { Undo } from '../foundation/lifetime';
import type { Result } from '../foundation/result';
import { EMPTY_BUNDLE, isEmpty, type Bundle } from './bundle';
import { mergeBundles } from './mergeBundles';
import type { DraftStore } from './ports';

/** Whether what the person typed is stored. `held`: only for as long as the page is open. */
export type Saving =
  | { readonly state: 'idle' | 'pending' | 'saved' | 'held' }
  | { readonly state: 'failed'; readonly code: string };

/** What a saved bundle needs from outside. */
export interface SavedBundleDeps {
  readonly draftStore: DraftStore;
  readonly clock: Clock;
  newId(): Id;
}

const REST_MS = 400;

/** A bundle that saves itself when the person rests, and takes in what another tab has saved. */
export const SavedBundleModel = createModel((deps: SavedBundleDeps) => {
  const { draftStore, clock, newId } = deps;
  const bundle = signal<Bundle>(EMPTY_BUNDLE);
  const saving = signal<Saving>({ state: 'idle' });
  let cancelRest: Undo | undefined;
  const alone = createTurns(draftStore, () => (saving.value = { state: 'failed', code: 'storage-failed' }));

  const rest = (): void => {
    cancelRest?.();
    cancelRest = clock.after(REST_MS, () => void flush());
  };

  const kept = (): 'saved' | 'held' => (draftStore.isLasting ? 'saved' : 'held');

  /** Loads what is stored and joins it, when somebody else stored it. */
  const join = async () => {
    const stored = await draftStore.load();
    if (!stored.ok || !stored.value) return stored;
    bundle.value = joined(bundle.peek(), stored.value);
    if (saving.peek().state === 'idle' || saving.peek().state === 'held') saving.value = { state: kept() };
    return stored;
  };

  const write = async (): Promise<void> => {
    const stored = await join();
    const mine = bundle.peek();
    const next = { ...mine, revision: newId() };
    const result = !stored.ok
      ? stored
      : await (isEmpty(next) && next.gone.length === 0 ? draftStore.clear() : draftStore.save(next));
    const typedMeanwhile = bundle.peek() !== mine;
    if (result.ok) bundle.value = { ...bundle.peek(), revision: next.revision };
    saving.value = savingAfter(result, typedMeanwhile ? 'pending' : kept());
  };

  /** Saves now: before sending, and when the page is left. */
  const flush = (): Promise<void> => {
    cancelRest?.();
    return alone(write);
  };

  effect(() => draftStore.changed?.(() => void alone(join)));
  effect(() => () => cancelRest?.());

  return {
    bundle,
    saving,
    flush,
    /** A page that is being left has no time to wait for its turn, nor to read first. */
    leave(): void {
      if (saving.peek().state === 'pending') draftStore.leave?.({ ...bundle.peek(), revision: newId() });
    },
    /** Reads what was saved, without saving. */
    load: () => alone(join),
    /** Runs work between a fresh read and a save; no other tab comes in between. */
    around: (work: () => Promise<void>) =>
      alone(async () => {
        await join();
        await work();
        await write();
      }),
    /** Changes the bundle and saves it after 400 ms of rest. */
    change(next: (bundle: Bundle) => Bundle): void {
      const changed = next(bundle.value);
      if (changed === bundle.value) return;
      bundle.value = changed;
      saving.value = { state: 'pending' };
      draftStore.ready?.({ ...changed, revision: newId() });
      rest();
    },
  };
});

type Work = () => Promise<unknown>;

/** Lets work wait for its turn: one at a time in this tab, and where the store can, in all tabs. */
function createTurns(draftStore: DraftStore, onFailed: () => unknown): (work: Work) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = last.then(() => (draftStore.exclusively ? draftStore.exclusively(work) : work()));
    last = turn.catch(onFailed);
    await last;
  };
}

const savingAfter = (result: Result<unknown>, state: 'pending' | 'saved' | 'held'): Saving =>
  result.ok ? { state } : { state: 'failed', code: result.problem.code };

/** Takes in what somebody else saved. The home field is each tab's own, and comes back only after a reload. */
function joined(mine: Bundle, stored: Bundle): Bundle {
  if (stored.revision === mine.revision) return mine;
  const isFresh = mine.revision === '';
  return {
    ...mergeBundles(mine, stored),
    revision: stored.revision,
    asking: mine.asking || (isFresh ? stored.asking : ''),
  };
}
