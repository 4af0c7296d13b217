import { disposeModel } from '../../foundation/disposeModel';
import { createLifetime, type Undo } from '../../foundation/lifetime';
import {
  createPlaceTable,
  observeNavigation,
  observeSteps,
  TrailModel,
  watchErrors,
  watchFailedRequests,
  type TrailEvent,
  type TrailModelInstance,
} from '../../host';
import type { AppParts } from '../parts';
import { trailKinds, type TrailKind } from '../trailKinds';
import { createInterfaceNames } from './interfaceNames';
import { createReading } from './reading';

/** What a trail is kept with. */
export type TrailDeps = Pick<AppParts, 'view' | 'doors' | 'model' | 'lazy' | 'clock' | 'lifetime'>;

/** Starts the trail and follows the options: what is not in `collect`, or all with `moment.steps` at 0, is not listened to and not known. */
export function startTrail(parts: TrailDeps): void {
  const { model, lifetime } = parts;
  if (lifetime.hasEnded) return; // its chunk may arrive after the end
  const trail = new TrailModel();
  let watching: { readonly kinds: string; end(): void } | undefined;
  const stop = (): void => {
    watching?.end();
    watching = undefined;
    trail.forget();
  };
  const follow = (): void => {
    const wanted = trailKinds(model.settings.peek());
    const kinds = wanted.join();
    if (watching?.kinds === kinds) return;
    stop(); // what was noticed by other rules is forgotten
    if (wanted.length > 0) watching = { kinds, end: watchPage(parts, trail, wanted) };
  };

  lifetime.add(() => disposeModel(trail));
  lifetime.add(stop);
  lifetime.add(model.settings.subscribe(follow));
  lifetime.add(followPanel(parts, trail));
  model.trail.value = trail;
}

/** The trail of a press is held from the press on: what comes after it did not lead to the question. */
function followPanel({ model }: TrailDeps, trail: TrailModelInstance): Undo {
  const isComing = (): boolean => model.isOpening.peek() || model.isOpen.peek();
  let wasComing = isComing();
  const look = (): void => {
    if (isComing() === wasComing) return;
    wasComing = isComing();
    if (wasComing) trail.press();
    else trail.release();
  };
  return joined(model.isOpening.subscribe(look), model.isOpen.subscribe(look));
}

/** Listens to these kinds of things on the page, until undone. */
function watchPage(
  { view, doors, model, lazy, clock }: TrailDeps,
  trail: TrailModelInstance,
  kinds: readonly TrailKind[],
): Undo {
  const lifetime = createLifetime();
  const names = createInterfaceNames(lazy, () => model.settings.peek().privacy.interfaceTexts);
  const reading = createReading(view, model, names.isInterface);
  const note = (event: TrailEvent): void => trail.note(event, Number(model.settings.peek().moment.steps));
  const isOurs = (path: readonly EventTarget[]): boolean =>
    path.some(
      (target) => target instanceof Element && (doors.isOwn(target) || target.hasAttribute('data-support-open')),
    );
  const watchSteps = (): Undo =>
    observeSteps(view, {
      isInterface: names.isInterface,
      isOurs,
      onStep: (step) => note({ kind: 'press', at: clock.now(), place: reading.place()?.label ?? '', ...step }),
    });
  const watchScreens = (): Undo =>
    observeNavigation(view, ({ path }) => {
      const { places, passThrough } = model.settings.peek();
      const place = createPlaceTable(places, passThrough).placeOf(path);
      note({
        kind: 'navigation',
        at: clock.now(),
        place: place?.label ?? '',
        route: place?.route ?? reading.route(path),
      });
    });
  const page = view as Window & typeof globalThis; // the page's own window
  const watch: Readonly<Record<TrailKind, () => Undo>> = {
    trail: () => joined(watchSteps(), watchScreens()),
    errors: () =>
      watchErrors(page, { ...reading, onError: (error) => note({ kind: 'error', at: clock.now(), error }) }),
    failedRequests: () =>
      watchFailedRequests(page, { ...reading, onRequest: (request, at) => note({ kind: 'request', at, request }) }),
  };

  names.prepare();
  for (const kind of kinds) lifetime.add(watch[kind]());
  return () => lifetime.end();
}

const joined =
  (...undos: readonly Undo[]): Undo =>
  () => {
    for (const undo of undos) undo();
  };
