import type { Clock } from '../../foundation/clock';
import { createId, type Id } from '../../foundation/id';
import type { Lifetime } from '../../foundation/lifetime';
import type { Log } from '../../foundation/log';
import { fail } from '../../foundation/result';
import { systemRandom } from '../../host';
import {
  createChunkStore,
  createMemoryDatabase,
  hasDatabase,
  ownerDatabaseName,
  pieceDigests,
  type OwnerDatabase,
} from '../../storage';
import type { AppModelInstance } from '../app.model';
import type { Chunks } from '../lazyFeatures';
import type { AppNews } from '../ports';
import type { Settings } from '../settings';
import { createConnection, type Connection } from './connection';
import { createKeySource } from './keySource';
import { createLazyDelivery } from './lazyDelivery';
import { createWaysOut, type WaysOut } from './leaving';
import { outboxMaker } from './outboxMaker';
import { OwnersModel, type OwnersModelInstance } from './owners.model';
import { backendName, createOwnerSpace, type OwnerSpace } from './ownerSpace';
import { createRepliesWatch, type RepliesWatch, type RepliesWatchOptions } from './repliesWatch';
import { createResuming } from './resuming';

/** What this part is made with. */
export interface OwnerDeps {
  readonly view: Window;
  readonly settings: Settings;
  readonly model: AppModelInstance;
  readonly chunks: Chunks;
  readonly clock: Clock;
  readonly log: Log;
  readonly news: AppNews;
  readonly lifetime: Lifetime;
}

/** Everything that depends on who is signed in. */
export interface OwnerPart extends WaysOut {
  readonly connection: Connection;
  readonly owners: OwnersModelInstance;
  readonly replies: RepliesWatch;
  newId(): Id;
  /** Asks the host anew who is signed in. */
  identify(): Promise<void>;
  /** Sends what a closed tab left behind, only the signed person's own, and looks for replies to it. */
  resume(): Promise<void>;
}

/** Starts this part. Still nothing is requested and nothing is stored. */
export function startOwner(deps: OwnerDeps): OwnerPart {
  const { settings, model, chunks, clock, log, lifetime } = deps;
  const newId = (): Id => createId(systemRandom);
  const lazy = createLazyDelivery(chunks);
  const connection = createConnection({ settings, lazy, clock, log, onSubjectChanged: () => void owners.enter() });
  const makeOutbox = outboxMaker({ ...deps, connection, lazy });
  const seal = async (owner: string, disk: OwnerDatabase): Promise<OwnerDatabase> => {
    const source = createKeySource({ owner, connection, model });
    const { createSealedDatabase } = await lazy.sealing();
    return createSealedDatabase({ owner, disk, source, isSealing: settings.storage.encrypt, clock, newId });
  };
  const owners: OwnersModelInstance = new OwnersModel({
    connection,
    nobody: nobodysSpace(),
    createSpace: (owner) => createOwnerSpace({ owner, settings, newId, seal, makeOutbox }),
  });
  const replies = createRepliesWatch({
    ...deps,
    owners,
    connection,
    lazy,
    random: Math.random,
    onFound: telling(deps),
  });
  lifetime.add(() => owners.end());
  lifetime.add(owners.isSignedIn.subscribe((isSignedIn) => (model.isSignedIn.value = isSignedIn)));

  const resuming = createResuming(() => sendLeft({ owners, settings, replies }), clock);
  lifetime.add(() => resuming.stop());
  const ways = createWaysOut({ owners, model, clock });

  return {
    connection,
    owners,
    replies,
    newId,
    async identify() {
      (await connection.session()).forget();
      const entered = await owners.enterAnew();
      if (entered.ok) void resuming.resume(); // what this person left here goes at once, not at the next page
      else if (owners.isSignedIn.peek()) owners.leave();
    },
    ...ways,
    signOut(wipe) {
      resuming.stop(); // nobody is asked for a token any more
      return ways.signOut(wipe);
    },
    resume: () => resuming.resume(),
  };
}

const telling =
  ({ model, news }: OwnerDeps): RepliesWatchOptions['onFound'] =>
  (found) => {
    model.openQuestions.value = found?.open;
    if (!found || model.unread.peek() === found.unread) return;
    model.unread.value = found.unread;
    news.unread(found.unread);
  };

type Found = Pick<OwnerPart, 'owners' | 'replies'> & Pick<OwnerDeps, 'settings'>;

/** Sends what this person left here, and looks for replies to it. False: it could not be looked into now. */
async function sendLeft({ owners, settings, replies }: Found): Promise<boolean> {
  const entered = await owners.enter();
  if (!entered.ok) return false;
  if (!(await hasDatabase(await ownerDatabaseName(backendName(settings), entered.value.owner)))) return true;
  replies.look();
  const rows = await entered.value.database.store('items').keys('');
  if (rows.ok && rows.value.length > 0) await (await entered.value.outbox()).flush();
  return rows.ok;
}

function nobodysSpace(): OwnerSpace {
  const database = createMemoryDatabase();
  return {
    owner: '',
    database,
    chunks: createChunkStore(database.store('chunks')),
    digests: pieceDigests,
    device: async () =>
      fail({ code: 'session-lost', message: 'Nobody is signed in, so there is nothing to tell devices apart for.' }),
    outbox: () => Promise.reject(new Error('Nobody is signed in, so there is no outbox.')),
    end: () => undefined,
  };
}
