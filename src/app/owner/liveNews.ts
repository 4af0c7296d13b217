import type { NewsFeed } from '../../delivery/events';
import type { Clock } from '../../foundation/clock';
import type { Lifetime } from '../../foundation/lifetime';
import type { AppModelInstance } from '../app.model';
import type { Connection } from './connection';
import type { LazyDelivery } from './lazyDelivery';
import type { OwnersModelInstance } from './owners.model';

/** What hearing news needs. */
export interface LiveNewsOptions {
  readonly model: AppModelInstance;
  readonly owners: OwnersModelInstance;
  readonly connection: Connection;
  readonly lazy: LazyDelivery;
  readonly clock: Clock;
  readonly random: () => number;
  readonly lifetime: Lifetime;
  onNews(): void;
}

/** Creates what hears news for whoever is signed in: nothing is fetched or asked before `follow`. It ends with the person. */
export function createLiveNews({
  model,
  owners,
  connection,
  lazy,
  clock,
  random,
  lifetime,
  onNews,
}: LiveNewsOptions): NewsFeed {
  let feed: NewsFeed | undefined;
  let wanted: number | undefined;

  const begin = async (owner: string): Promise<void> => {
    const [{ createNewsFeed }, session] = await Promise.all([lazy.events(), connection.session()]);
    if (wanted === undefined || owner !== owners.space.peek().owner) return;
    feed ??= createNewsFeed({
      owner,
      session,
      clock,
      random,
      locks: navigator.locks,
      language: () => model.settings.peek().locale,
      stream: (call) => connection.events(owner, call),
      onNews,
    });
    feed.follow(wanted);
  };
  const rest = (): void => {
    wanted = undefined;
    feed?.rest();
  };
  const forget = (): void => {
    rest();
    feed = undefined;
  };
  lifetime.add(owners.space.subscribe(forget));
  lifetime.add(forget);

  return {
    follow(cursor) {
      wanted = cursor;
      if (feed) feed.follow(cursor);
      else begin(owners.space.peek().owner).catch(() => undefined); // told by lazyFeatures; the base line does without
    },
    rest,
    get isLive() {
      return feed?.isLive ?? false;
    },
  };
}
