import type { Clock } from '../../foundation/clock';
import type { Lifetime } from '../../foundation/lifetime';
import type { AppModelInstance } from '../app.model';
import type { Connection } from './connection';
import type { OwnersModelInstance } from './owners.model';
import type { SubmissionView } from '../../protocol/submission';

/** How often replies are looked for. Milliseconds; each wait differs by up to a fifth, so that browsers do not come all at once. */
const OPEN_MS = 60_000;
const CLOSED_MS = 300_000;
/** Least time between two looks that the page's own events ask for. */
const LEAST_MS = 20_000;

/** Looks for replies while somebody may expect one, and counts what was not read. */
export interface RepliesWatch {
  /** Begins looking for this person, or looks at once when it had begun. */
  look(): void;
}

/** What watching needs. */
export interface RepliesWatchOptions {
  readonly view: Window;
  readonly model: AppModelInstance;
  readonly owners: OwnersModelInstance;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly random: () => number;
  readonly lifetime: Lifetime;
  onUnread(count: number): void;
}

/**
 * Creates the watch. It makes no request before `look()`:
 * a browser that never showed this person's questions asks nothing.
 */
export function createRepliesWatch(options: RepliesWatchOptions): RepliesWatch {
  const { view, model, owners, connection, clock, random, lifetime, onUnread } = options;
  let cancel: (() => void) | undefined;
  let lastLook = 0;
  let isWatching = false;

  const read = async (): Promise<readonly SubmissionView[] | undefined> => {
    if (!owners.isSignedIn.peek()) return undefined;
    const [session, reading] = await Promise.all([connection.session(), connection.reading()]);
    const token = await session.token();
    if (!token.ok) return undefined;
    const answer = await reading.submissions(0, { token: token.value, language: model.settings.peek().locale });
    return answer.ok ? answer.value : undefined;
  };

  const look = async (): Promise<void> => {
    cancel?.();
    lastLook = clock.now();
    const owner = owners.space.peek();
    const views = await read().catch(() => undefined); // the next look tries again
    if (lifetime.hasEnded || owner !== owners.space.peek()) return;
    if (views) onUnread(views.flatMap(({ questions }) => questions).reduce((sum, { unread }) => sum + unread, 0));
    const isExpected =
      model.isOpen.peek() ||
      (views?.some(({ questions }) => questions.some(({ status }) => status !== 'closed')) ?? true);
    isWatching = isExpected;
    if (isExpected) later(model.isOpen.peek() ? OPEN_MS : CLOSED_MS);
  };

  const later = (ms: number): void => {
    cancel?.();
    cancel = clock.after(ms * (0.8 + random() * 0.4), () => void look());
  };

  const comeBack = (): void => {
    if (isWatching && view.document.visibilityState === 'visible' && clock.now() - lastLook > LEAST_MS) void look();
  };
  for (const name of ['focus', 'online']) view.addEventListener(name, comeBack);
  lifetime.add(() => {
    cancel?.();
    for (const name of ['focus', 'online']) view.removeEventListener(name, comeBack);
  });

  return { look: () => void look() };
}
