import { disposeModel } from '../foundation/disposeModel';
import type { Clock } from '../foundation/clock';
import { createId, type Id } from '../foundation/id';
import { createLifetime, type Lifetime } from '../foundation/lifetime';
import type { Log } from '../foundation/log';
import { createSystemClock, currentVisit, observeNavigation, systemRandom } from '../host';
import { createChunkStore, createMemoryDatabase } from '../storage';
import { AppModel, type AppModelInstance } from './app.model';
import { createConnection, type Connection } from './connection';
import { createLazyFeatures, type LazyFeatures } from './lazyFeatures';
import { createMomentTaker, type MomentTaker } from './momentTaker';
import { outboxMaker } from './outboxMaker';
import { OwnersModel, type OwnersModelInstance } from './owners.model';
import { createOwnerSpace, type OwnerSpace } from './ownerSpace';
import type { AppNews, DoorControl } from './ports';
import { createRepliesWatch, type RepliesWatch } from './repliesWatch';
import type { Settings } from './settings';

/** What an app is made with. */
export interface AppDeps {
  readonly view: Window;
  readonly root: HTMLElement;
  readonly doors: DoorControl;
  readonly settings: Settings;
  readonly news: AppNews;
  readonly log: Log;
  readonly isOwn: (element: Element) => boolean;
}

/** The parts of an app, joined. */
export interface AppParts extends AppDeps {
  readonly lifetime: Lifetime;
  readonly clock: Clock;
  readonly lazy: LazyFeatures;
  readonly model: AppModelInstance;
  readonly connection: Connection;
  readonly owners: OwnersModelInstance;
  readonly moment: MomentTaker;
  readonly replies: RepliesWatch;
  newId(): Id;
}

/** Makes every part of the core and joins them. Nothing is requested and nothing is stored by this. */
export function createParts(deps: AppDeps): AppParts {
  const { view, settings, news, log, isOwn } = deps;
  const lifetime = createLifetime((error) => log.error('internal', 'Something could not be undone.', error));
  const clock = createSystemClock();
  const lazy = createLazyFeatures((cause) => news.problem('chunk-failed', 'A part of the script did not arrive. The next try fetches it again.', cause));
  const model = new AppModel({ settings, visit: currentVisit(view), isOnline: view.navigator.onLine });
  const connection = createConnection({ settings, lazy, clock, log, onSubjectChanged: () => void owners.enter() });
  const makeOutbox = outboxMaker({ connection, lazy, model, clock, log, news });
  const owners: OwnersModelInstance = new OwnersModel({
    connection,
    nobody: nobodysSpace(),
    createSpace: (owner) => createOwnerSpace({ owner, settings, makeOutbox }),
  });
  const moment = createMomentTaker({ page: view.document, model, lazy, clock, isOwn });
  const onUnread = (count: number): void => {
    if (model.unread.peek() === count) return;
    model.unread.value = count;
    news.unread(count);
  };
  const replies = createRepliesWatch({ view, model, owners, connection, clock, random: Math.random, lifetime, onUnread });

  lifetime.add(followVisits(view, { model, clock }));
  lifetime.add(watchNetwork(view, model));
  lifetime.add(() => owners.end());
  lifetime.add(() => disposeModel(model));
  return { ...deps, lifetime, clock, lazy, model, connection, owners, moment, replies, newId: () => createId(systemRandom) };
}

/** How long a screen of the host gets to settle before it is asked what is open. Milliseconds. */
const SETTLE_MS = 500;

/** Follows the person through the host, and notes what is open on each screen while that can still be asked. */
function followVisits(view: Window, { model, clock }: Pick<AppParts, 'model' | 'clock'>): () => void {
  let cancel = clock.after(SETTLE_MS, () => model.rememberSubject());
  const end = observeNavigation(view, (visit) => {
    model.visit(visit);
    cancel();
    cancel = clock.after(SETTLE_MS, () => model.rememberSubject());
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

function nobodysSpace(): OwnerSpace {
  const database = createMemoryDatabase();
  return {
    owner: '',
    database,
    chunks: createChunkStore(database.store('chunks')),
    outbox: () => Promise.reject(new Error('Nobody is signed in, so there is no outbox.')),
    end: () => undefined,
  };
}
