import type { Outbox, OutboxItemView } from '../../delivery';
import type { Clock } from '../../foundation/clock';
import type { Id } from '../../foundation/id';
import type { Log } from '../../foundation/log';
import type { AppModelInstance } from '../app.model';
import type { Connection } from './connection';
import type { LazyDelivery } from './lazyDelivery';
import type { OwnerSpace } from './ownerSpace';
import type { AppNews } from '../ports';

/** What outboxes are made with. */
export interface OutboxMakerOptions {
  readonly connection: Connection;
  readonly lazy: LazyDelivery;
  readonly model: AppModelInstance;
  readonly clock: Clock;
  readonly log: Log;
  readonly news: AppNews;
  readonly view: Window;
}

/** Gives the function that makes an owner's outbox, counts what waits in it, and tells when something was received. */
export function outboxMaker(
  options: OutboxMakerOptions,
): (room: Pick<OwnerSpace, 'owner' | 'database'>) => Promise<Outbox> {
  const { connection, lazy, model, clock, log, news, view } = options;
  return async ({ owner, database }) => {
    const [{ createOutbox }, session, backend] = await Promise.all([
      lazy.delivery(),
      connection.session(),
      connection.writing(),
    ]);
    const outbox = createOutbox({
      owner,
      database,
      backend,
      session,
      clock,
      log,
      language: () => model.settings.peek().locale,
    });
    const expected = new Set<Id>(); // seen before they were received: what was received on an earlier day is no news
    const guard = createLeaveGuard(view);
    const stop = outbox.items.subscribe((items) => {
      const unreadable = items.filter(isUnreadableItem).map(({ id }) => id);
      model.unreadable.value = unreadable;
      model.waiting.value = items.filter(({ state }) => state !== 'done').length - unreadable.length;
      guard.isNeeded = items.some(({ saved, state }) => !saved && state !== 'done');
      for (const item of items) {
        if (!isReceived(item)) expected.add(item.id);
        else if (expected.delete(item.id)) news.sent(item.id, item.reference ?? '', item.questions?.length ?? 0);
      }
    });
    return {
      ...outbox,
      end() {
        stop();
        guard.isNeeded = false;
        outbox.end();
      },
    };
  };
}

const isReceived = ({ kind, reference }: OutboxItemView): boolean => kind === 'submission' && reference !== undefined;

const isUnreadableItem = ({ state, problem }: OutboxItemView): boolean =>
  state === 'attention' && (problem === 'key-gone' || problem === 'seal-broken');

/** Lets the browser ask before a page goes that alone holds what was not sent. */
function createLeaveGuard(view: Window): { isNeeded: boolean } {
  const ask = (event: Event): void => event.preventDefault();
  let isOn = false;
  return {
    get isNeeded() {
      return isOn;
    },
    set isNeeded(isNeeded: boolean) {
      if (isNeeded === isOn) return;
      isOn = isNeeded;
      if (isOn) view.addEventListener('beforeunload', ask);
      else view.removeEventListener('beforeunload', ask);
    },
  };
}
