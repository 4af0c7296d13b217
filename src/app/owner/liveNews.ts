import type { NewsFeed } from '../../delivery/events';
import type { Clock } from '../../foundation/clock';
import type { Lifetime } from '../../foundation/lifetime';
import type { AppModelInstance } from '../app.model';
import type { Connection } from './connection';
import type { LazyDelivery } from './lazyDelivery';
import type { OwnersModelInstance } from './owners.model';
import type { OwnerSpace } from './ownerSpace';

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
  let beginning: OwnerSpace | undefined;

  /** Nothing more is fetched for a backend without a stream. */
  const begin = async (space: OwnerSpace): Promise<void> => {
    const { owner } = space;
    const session = await connection.session();
    const token = await session.token();
    if (!token.ok) return;
    const language = (): string => model.settings.peek().locale;
    const backend = await connection.events(owner, { token: token.value, language: language() });
    if (!backend) return;
    const { createNewsFeed } = await lazy.events();
    if (wanted === undefined || space !== owners.space.peek()) return;
    feed = createNewsFeed({ owner, session, clock, random, locks: navigator.locks, language, backend, onNews });
    feed.follow(wanted);
  };
  /** What fails is tried again at the next look: the base line does without. */
  const beginOnce = (space: OwnerSpace): void => {
    if (beginning === space) return;
    beginning = space;
    begin(space)
      .catch(() => undefined) // told by lazyFeatures
      .finally(() => {
        if (beginning === space) beginning = undefined;
      });
  };
  const rest = (): void => {
    wanted = undefined;
    feed?.rest();
  };
  const forget = (): void => {
    rest();
    feed = undefined;
    beginning = undefined;
  };
  lifetime.add(owners.space.subscribe(forget));
  lifetime.add(forget);

  return {
    follow(cursor) {
      wanted = cursor;
      if (feed) feed.follow(cursor);
      else beginOnce(owners.space.peek());
    },
    rest,
    get isLive() {
      return feed?.isLive ?? false;
    },
  };
}
