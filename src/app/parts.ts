import { disposeModel } from '../foundation/disposeModel';
import type { Clock } from '../foundation/clock';
import { createLifetime, type Lifetime } from '../foundation/lifetime';
import type { Log } from '../foundation/log';
import { createSystemClock, currentVisit, observeNavigation } from '../host';
import { AppModel, type AppModelInstance } from './app.model';
import type { LauncherPart } from './launcher';
import { createChunks, createLazyFeatures, type Chunks, type LazyFeatures } from './lazyFeatures';
import { createMomentTaker, type MomentTaker } from './momentTaker';
import { once } from './once';
import type { OwnerPart } from './owner';
import type { AppNews, DoorControl } from './ports';
import type { Settings } from './settings';

/** What an app is made with. */
export interface AppDeps {
  readonly view: Window;
  readonly root: HTMLElement;
  readonly doors: DoorControl;
  readonly settings: Settings;
  readonly news: AppNews;
  readonly log: Log;
}

/** The parts of an app, joined. */
export interface AppParts extends AppDeps {
  readonly lifetime: Lifetime;
  readonly clock: Clock;
  readonly chunks: Chunks;
  readonly lazy: LazyFeatures;
  readonly model: AppModelInstance;
  readonly moment: MomentTaker;
  /** Fetches and starts the floating button and what moves it. */
  launcher(): Promise<LauncherPart>;
  /** Fetches and starts what knows the person: session, storage, outbox, replies. */
  owner(): Promise<OwnerPart>;
  /** Fetches and starts what remembers the last steps, errors and failed requests. */
  trail(): Promise<void>;
}

/** Makes every part of the core and joins them. Nothing is requested and nothing is stored by this. */
export function createParts(deps: AppDeps): AppParts {
  const { view, doors, settings, news, log } = deps;
  const lifetime = createLifetime((error) => log.error('internal', 'Something could not be undone.', error));
  const clock = createSystemClock();
  const chunks = createChunks((cause) =>
    news.problem('chunk-failed', 'A part of the script did not arrive. The next try fetches it again.', cause),
  );
  const lazy = createLazyFeatures(chunks);
  const model = new AppModel({ settings, visit: currentVisit(view), isOnline: view.navigator.onLine });
  const moment = createMomentTaker({ page: view.document, model, lazy, clock, isOwn: doors.isOwn });
  const parts = { ...deps, lifetime, clock, chunks, lazy, model, moment };

  lifetime.add(() => disposeModel(model));
  lifetime.add(() => moment.forget());
  lifetime.add(followVisits(view, { model, clock }));
  lifetime.add(watchNetwork(view, model));
  return {
    ...parts,
    launcher: once(async () => (await lazy.launcher()).startLauncher(parts)),
    owner: once(async () => (await lazy.owner()).startOwner(parts)),
    trail: once(async () => (await lazy.trail()).startTrail(parts)),
  };
}

/** How long a screen of the host gets to settle before it is asked what is open. Milliseconds. */
const SETTLE_MS = 500;

/** Follows the person through the host, and notes what is open on each screen while that can still be asked. */
function followVisits(view: Window, { model, clock }: Pick<AppParts, 'model' | 'clock'>): () => void {
  let cancel = clock.after(SETTLE_MS, () => model.subject.remember());
  const end = observeNavigation(view, (visit) => {
    model.subject.visit(visit);
    cancel();
    cancel = clock.after(SETTLE_MS, () => model.subject.remember());
  });
  return () => {
    end();
    cancel();
  };
}

function watchNetwork(view: Window, model: AppModelInstance): () => void {
  const look = (): void => {
    model.isOnline.value = view.navigator.onLine;
  };
  for (const name of ['online', 'offline']) view.addEventListener(name, look);
  return () => {
    for (const name of ['online', 'offline']) view.removeEventListener(name, look);
  };
}
