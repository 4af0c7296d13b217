import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';
import { createLiveNews, type LiveNewsOptions } from './liveNews';
import type { SubmissionView } from '../../protocol/submission';

/** How often replies are looked for. Milliseconds; each wait differs by up to a fifth, so that browsers do not come all at once. */
const OPEN_MS = 60_000;
const CLOSED_MS = 300_000;
/** Least time between two looks that the page's own events ask for. */
const LEAST_MS = 20_000;
/** And of two that news asks for. */
const NEWS_MS = 2_000;

/** Looks for replies while somebody may expect one, and counts what was not read. */
export interface RepliesWatch {
  /** Begins looking for this person, or looks at once when it had begun. */
  look(): void;
  /** Calls when something changed, as soon as it is heard. The answer stops that. */
  onNews(listener: () => void): Undo;
  /** Whether news is heard as it happens, so that looking now and again may be done less often. */
  isLive(): boolean;
}

/** What watching needs. */
export interface RepliesWatchOptions extends Omit<LiveNewsOptions, 'onNews'> {
  readonly view: Window;
  /** How much was not read, and how many questions are not closed. Nothing: of who is here now that is not known yet. */
  onFound(counts: { readonly unread: number; readonly open: number } | undefined): void;
}

/**
 * Creates the watch. It makes no request before `look()`:
 * a browser that never showed this person's questions asks nothing.
 */
export function createRepliesWatch(options: RepliesWatchOptions): RepliesWatch {
  const { view, model, owners, connection, clock, random, lifetime, onFound } = options;
  let cancel: (() => void) | undefined;
  let lastLook = 0;
  let isWatching = false;
  let hasOpenQuestions = true;

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
    settle(views && standOf(views));
  };

  const settle = (found: ReturnType<typeof standOf> | undefined): void => {
    if (found) onFound(found);
    hasOpenQuestions = found?.open !== 0;
    isWatching = model.isOpen.peek() || hasOpenQuestions;
    if (!isWatching) return live.rest();
    if (found) live.follow(found.cursor);
    later(model.isOpen.peek() ? OPEN_MS : CLOSED_MS);
  };

  const later = (ms: number): void => {
    cancel?.();
    cancel = clock.after(ms * (0.8 + random() * 0.4), () => void look());
  };

  const news = createNews(clock, () => void look());
  const live = createLiveNews({ ...options, onNews: news.heard });

  const comeBack = (): void => {
    if (isWatching && view.document.visibilityState === 'visible' && clock.now() - lastLook > LEAST_MS) void look();
  };
  for (const name of ['focus', 'online']) view.addEventListener(name, comeBack);
  let waiting = 0;
  const whenSent = (count: number): void => {
    if (count < waiting && owners.isSignedIn.peek()) void look(); // an answer may come from now on, also when the panel closes at once
    waiting = count;
  };
  lifetime.add(model.waiting.subscribe(whenSent));
  lifetime.add(owners.space.subscribe(() => onFound(undefined)));
  lifetime.add(model.isOpen.subscribe((isOpen) => void (isOpen || hasOpenQuestions || live.rest())));
  lifetime.add(() => {
    cancel?.();
    news.end();
    for (const name of ['focus', 'online']) view.removeEventListener(name, comeBack);
  });

  return {
    look: () => void look(),
    onNews: news.add,
    isLive: () => live.isLive,
  };
}

/** Tells who listens that something changed, but not more often than every two seconds. */
function createNews(clock: Clock, look: () => void) {
  const listeners = new Set([look]);
  let cancel: Undo | undefined;
  let last = -Infinity;
  return {
    heard(): void {
      cancel?.();
      cancel = clock.after(Math.max(0, last + NEWS_MS - clock.now()), () => {
        last = clock.now();
        for (const listener of listeners) listener();
      });
    },
    add(listener: () => void): Undo {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: (): void => cancel?.(),
  };
}

/** What the list says: how much was not read, to how many an answer may still come, and up to where it is known. */
function standOf(views: readonly SubmissionView[]) {
  const questions = views.flatMap((view) => view.questions);
  return {
    unread: questions.reduce((sum, { unread }) => sum + unread, 0),
    open: questions.filter(({ status }) => status !== 'closed').length,
    cursor: views.reduce((most, { cursor }) => Math.max(most, cursor), 0),
  };
}
