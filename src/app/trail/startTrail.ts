import { disposeModel } from '../../foundation/disposeModel';
import { createLifetime, type Lifetime } from '../../foundation/lifetime';
import {
  createPlaceTable,
  observeNavigation,
  observeSteps,
  TrailModel,
  watchErrors,
  type TrailEvent,
  type TrailModelInstance,
} from '../../host';
import type { AppParts } from '../parts';
import { createInterfaceNames } from './interfaceNames';
import { createReading } from './reading';

/** What a trail is kept with. */
export type TrailDeps = Pick<AppParts, 'view' | 'doors' | 'model' | 'lazy' | 'clock' | 'lifetime'>;

/** Starts the trail and follows the options: with `moment.steps` at 0 nothing listens and nothing is known. */
export function startTrail(parts: TrailDeps): void {
  const { model, lifetime } = parts;
  if (lifetime.hasEnded) return; // its chunk may arrive after the end
  const trail = new TrailModel();
  let watching: Lifetime | undefined;
  const stop = (): void => {
    watching?.end();
    watching = undefined;
    trail.forget();
  };
  const follow = (): void => {
    const isWanted = Number(model.settings.peek().moment.steps) > 0;
    if (!isWanted) stop();
    else watching ??= watchPage(parts, trail);
  };

  lifetime.add(() => disposeModel(trail));
  lifetime.add(stop);
  lifetime.add(model.settings.subscribe(follow));
  lifetime.add(followPanel(parts, trail));
  model.trail.value = trail;
}

/** The trail of a press is held from the press on: what comes after it did not lead to the question. */
function followPanel({ model }: TrailDeps, trail: TrailModelInstance): () => void {
  const isComing = (): boolean => model.isOpening.peek() || model.isOpen.peek();
  let wasComing = isComing();
  const look = (): void => {
    if (isComing() === wasComing) return;
    wasComing = isComing();
    if (wasComing) trail.press();
    else trail.release();
  };
  const undos = [model.isOpening.subscribe(look), model.isOpen.subscribe(look)];
  return () => {
    for (const undo of undos) undo();
  };
}

/** Listens to the page until the lifetime ends. */
function watchPage({ view, doors, model, lazy, clock }: TrailDeps, trail: TrailModelInstance): Lifetime {
  const lifetime = createLifetime();
  const names = createInterfaceNames(lazy, () => model.settings.peek().privacy.interfaceTexts);
  const reading = createReading(view, model, names.isInterface);
  const note = (event: TrailEvent): void => trail.note(event, Number(model.settings.peek().moment.steps));
  const isOurs = (path: readonly EventTarget[]): boolean =>
    path.some(
      (target) => target instanceof Element && (doors.isOwn(target) || target.hasAttribute('data-support-open')),
    );

  names.prepare();
  lifetime.add(
    observeSteps(view, {
      isInterface: names.isInterface,
      isOurs,
      onStep: (step) => note({ kind: 'press', at: clock.now(), place: reading.place()?.label ?? '', ...step }),
    }),
  );
  lifetime.add(
    observeNavigation(view, ({ path }) => {
      const { places, passThrough } = model.settings.peek();
      const place = createPlaceTable(places, passThrough).placeOf(path);
      note({
        kind: 'navigation',
        at: clock.now(),
        place: place?.label ?? '',
        route: place?.route ?? reading.route(path),
      });
    }),
  );
  lifetime.add(
    watchErrors(view as Window & typeof globalThis, {
      ...reading,
      onError: (error) => note({ kind: 'error', at: clock.now(), error }),
      onRequest: (request, at) => note({ kind: 'request', at, request }),
    }), // `view` is the page's own window
  );
  return lifetime;
}
