import type { App } from '../app/createApp';
import type { HintFact, HintsPart, ListedHint } from '../app/hintsPart';
import type { Explanation } from '../hints';

/**
 * Hints as a host can steer them: `support.hints`. Hints show to whom support knows to be signed in: with option `hints` once the page is idle, else
 * after `identify()`, or once the panel was opened. What is called before they are here is kept (100 calls) and done then; with `hints: false` nothing happens. Nothing throws or rejects.
 *
 * @example
 * support.hints.defineFacts([{ key: 'user.functie', label: 'Functie', type: 'enum', value: () => session.role }]);
 * support.hints.track('zorgplan_bekeken');
 *
 * @public
 */
export interface SupportHints {
  /** Tells facts, beside those that were told; one with the same `key` takes its place. A wrong one is left out, with problem `hint-fact`. */
  defineFacts(facts: readonly HintFact[]): void;
  /** Says what you call the page that is open, such as `'client.zorgplan'` (which also is a `'client'`): beside its address, until the next call. */
  setRoute(names: string | readonly string[]): void;
  /** Says that something happened in your app. With option `hints.events`, only a name from that list; another is problem `hint-event`. */
  track(event: string): void;
  /**
   * Says that something went wrong in your app, for hints that wait for an error: `code` is what you call it, such as `'opslaan-mislukt'`, and
   * counts once on a page. Words joined by `-`, `_` or `.`, 64 signs at most; another is problem `hint-error`. It stays in the browser.
   */
  reportError(code: string): void;
  /** Shows a hint of this page by hand, also one that was closed for good. It waits six seconds for its place on the page. */
  start(hint: string): void;
  /** Closes what shows. It counts as nothing. */
  stop(): void;
  /** Forgets what this person did with a hint, on all devices: for who makes hints. */
  reset(hint: string): void;
  /** Lists all that can be shown by hand on this page, also what the panel does not offer to people. Empty while nobody is signed in. */
  list(): Promise<readonly ListedHint[]>;
  /** Says why a hint shows or does not; reason `status` where it is not live, or hints do not run. For developers: it tells values of facts. */
  explain(hint: string): Promise<Explanation>;
}

type Safely = <Value>(work: () => Value | Promise<Value>, otherwise: Value) => Promise<Value>;

/** Makes the calls about hints. */
export function hintCalls({ hints }: Pick<App, 'hints'>, safely: Safely): SupportHints {
  const tell = (say: (part: HintsPart) => unknown): void => void safely(() => hints.tell(say), undefined);
  const ask = <Answer>(question: (part: HintsPart) => Promise<Answer>, otherwise: Answer): Promise<Answer> =>
    safely(() => hints.ask(question, otherwise), otherwise);
  return {
    defineFacts: (facts) => tell((part) => part.defineFacts(facts)),
    setRoute: (names) => tell((part) => part.setRoute(names)),
    track: (event) => tell((part) => part.track(event)),
    reportError: (code) => tell((part) => part.reportError(code)),
    start: (hint) => tell((part) => part.start(hint)),
    stop: () => tell((part) => part.stop()),
    reset: (hint) => tell((part) => part.reset(hint)),
    list: () => ask((part) => part.list(), []),
    explain: (hint) => ask((part) => part.explain(hint), notRunning(hint)),
  };
}

const notRunning = (hint: string): Explanation => ({ hint, shown: false, reason: 'status', conditions: [] });

/** Calls about hints where nothing runs. */
export const NO_HINTS: SupportHints = hintCalls(
  { hints: { tell: () => undefined, ask: async (_, otherwise) => otherwise } },
  async (work) => work(),
);
