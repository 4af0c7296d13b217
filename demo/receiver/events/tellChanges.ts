import type { ChangePage } from '../../../src/protocol/index';
import { changesText, PING, retryText } from './eventText';

/** Changes of one reader, and a way to hear of the next one. */
export interface Feed {
  page(after: number): Promise<ChangePage>;
  next(enough: AbortSignal): Promise<void>;
}

/** Where a stream begins and what ends it. */
export interface Telling {
  readonly after: number;
  readonly ended: AbortSignal;
}

/** How often a stream shows that it lives: within the half minute after which proxies, and our own server, close what is silent. */
export const BEAT_MS = 15_000;
/** A notice may be lost: every so many beats the cursor is compared all the same. */
const BEATS_PER_LOOK = 2;
const RETRY_MS = 5000;

/**
 * Tells what changed after a cursor, and then what changes, until `ended`. It reads no further than its reader takes,
 * so what waits for a slow one is a page at most. The first text holds what there was already.
 */
export async function* tellChanges(feed: Feed, { after, ended }: Telling): AsyncGenerator<string, void> {
  let cursor = after;
  let opening = retryText(RETRY_MS);
  let woken: Woken = 'news';
  let beats = 0;
  while (!ended.aborted) {
    const listening = listen(feed, ended); // before it reads, so that nothing falls in between
    try {
      beats = woken === 'beat' ? beats + 1 : 0;
      const page: ChangePage = beats % BEATS_PER_LOOK === 0 ? await feed.page(cursor) : nothingAfter(cursor); // oxlint-disable-line no-await-in-loop -- one after the other is the point
      cursor = page.next;
      yield opening + changesText(page) || PING;
      opening = '';
      woken = page.more ? 'news' : await listening.woken; // oxlint-disable-line no-await-in-loop -- see above
    } finally {
      listening.stop();
    }
  }
}

type Woken = 'news' | 'beat';

const nothingAfter = (cursor: number): ChangePage => ({ items: [], next: cursor, more: false });

/** Waits for a notice, for the next beat, or for the end: whichever comes first. */
function listen(feed: Feed, ended: AbortSignal): { readonly woken: Promise<Woken>; stop(): void } {
  const enough = new AbortController();
  let woken: Woken = 'news';
  const stop = (): void => {
    clearTimeout(timer);
    ended.removeEventListener('abort', stop);
    enough.abort();
  };
  const timer = setTimeout(() => {
    woken = 'beat';
    stop();
  }, BEAT_MS);
  ended.addEventListener('abort', stop);
  return { woken: feed.next(enough.signal).then(() => woken), stop };
}
