import type { App } from '../app/createApp';
import type { PanelTarget } from '../app/panelPort';
import type { AppNews } from '../app/ports';
import type { Log } from '../foundation/log';
import { decodeOptions } from './decodeOptions';
import { SupportError } from './errors';
import { createEvents, type Events } from './events';
import { hintCalls, NO_HINTS, type SupportHints } from './hints';
import type { SignedOut, Support, SupportState } from './support';

/** The public handle with what only this folder uses. */
export interface Handle extends Support {
  /** Carries out a call by name, for the script tag's queue. */
  call(call: readonly [name: string, ...values: unknown[]]): void;
}

/** What a handle is made with. */
export interface HandleOptions {
  /** As the host gave them; `update()` is laid over them. */
  readonly options: object;
  readonly problems: readonly SupportError[];
  readonly log: Log;
  makeApp(news: AppNews): App;
  /** Takes away what was on the page before the app: doors and root. */
  onDestroyed(): void;
}

/** Creates the handle of a running app. No method throws or rejects: the host's page must not notice our bad day. */
export function createHandle({ options, problems: first, log, makeApp, onDestroyed }: HandleOptions): {
  readonly handle: Handle;
  readonly app: App;
} {
  const problems: SupportError[] = [];
  let phase: SupportState['phase'] = 'starting';

  const events = createEvents((name, cause) =>
    report(new SupportError('listener-failed', `Your listener of \`${name}\` threw.`, { subject: name, cause })),
  );
  const report = (problem: SupportError): void => {
    problems.push(problem);
    log.warn(problem.code, problem.message);
    events.emit('problem', problem);
  };
  const app = makeApp(newsFor(events, report));
  const hasEnded = (): boolean => phase === 'ended';
  const safely: Safely = async (work, otherwise) => {
    try {
      if (!hasEnded()) return await work();
    } catch (cause) {
      const problem = new SupportError('internal', 'Support failed; what was typed is kept.', { cause });
      if (!hasEnded()) report(problem); // what breaks off because it was ended is no news
    }
    return otherwise;
  };
  const state = (): SupportState => ({ phase, ...app.state(), problems: [...problems] });
  const ready = Promise.resolve().then(() => {
    for (const problem of first) report(problem); // a microtask later, so that the host can listen first
    phase = phase === 'ended' ? phase : 'ready';
    events.emit('ready', undefined);
    return state();
  });

  const support: Support = {
    ...acts(app, safely),
    ...listening(events),
    hints: hintCalls(app, safely),
    update: updater(options, { app, safely, report }),
    get state() {
      return state();
    },
    ready,
    unavailable: () => app.unavailable(),
    destroy() {
      if (phase === 'ended') return;
      phase = 'ended';
      app.end();
      onDestroyed();
      events.emit('destroyed', undefined);
      events.clear();
    },
  };
  return { handle: withCalls(support, report), app };
}

/** Said when somebody starts what runs already. */
export const ALREADY_RUNNING =
  'Support runs on this page already. The running one goes on; call destroy() on it first to start anew.';

/** Adds calling by name. `ready` is a call of its own: a queue has no promise to wait for. */
function withCalls(support: Support, report: (problem: SupportError) => void): Handle {
  const call: Handle['call'] = ([name, ...values]) => {
    if (name === 'ready') return void support.ready.then(() => callback(values[0])?.(support));
    if (name === 'create') return report(new SupportError('already-running', ALREADY_RUNNING));
    const ofHints = /^hints\.(\w+)$/.exec(name)?.[1] ?? '';
    if (Object.hasOwn(support.hints, ofHints))
      return void (support.hints[ofHints as keyof SupportHints] as (...values: unknown[]) => unknown)(...values); // looked at just now
    if (!CALLS.has(name))
      return report(new SupportError('call-unknown', `There is no call \`${name}\`.`, { subject: name }));
    (support[name as 'open'] as (...values: unknown[]) => unknown)(...values); // CALLS holds names of methods
  };
  return Object.assign(support, { call });
}

/** Does something unless support has ended; what fails is reported and `otherwise` is given. */
type Safely = <Value>(work: () => Value | Promise<Value>, otherwise: Value) => Promise<Value>;

type Acts = Pick<Support, 'open' | 'close' | 'show' | 'hide' | 'identify' | 'signOut' | 'setContext'>;

function acts(app: App, safely: Safely): Acts {
  const openerOf = (given: unknown): Element | undefined =>
    given instanceof Element ? given : (document.activeElement ?? undefined);
  return {
    open: (target = 'ask', ...[opener]: readonly unknown[]) =>
      safely(async () => {
        const [, hint] = /^hint:(.+)/.exec(target) ?? [];
        const isShown = hint !== undefined && (await app.hints.ask((hints) => hints.start(hint), false));
        if (!isShown) await app.open(panelTarget(target), openerOf(opener));
      }, undefined),
    close: () => void safely(() => app.close(), undefined),
    show: () => void safely(() => app.showLauncher(true), undefined),
    hide: () => void safely(() => app.showLauncher(false), undefined),
    identify: () => safely(() => app.identify(), undefined),
    signOut: ({ send = false, wipe = false, ask = false } = {}) =>
      safely<SignedOut>(() => app.signOut({ send, wipe, ask }), { drafts: 0, queued: 0 }),
    setContext: (context) => void safely(() => app.tell(context), undefined),
  };
}

const listening = (events: Events): Pick<Support, 'on' | 'once'> => ({
  on: (name, listener) => events.on(name, listener),
  once(name, listener) {
    const end = events.on(name, (event) => {
      end();
      listener(event);
    });
    return end;
  },
});

interface Updating {
  readonly app: App;
  readonly safely: Safely;
  readonly report: (problem: SupportError) => void;
}

/** Lays changes over what the host gave so far; only what is wrong with the change is reported. */
function updater(options: object, { app, safely, report }: Updating): Support['update'] {
  let given = options;
  return (change) =>
    void safely(() => {
      given = { ...given, ...change };
      const { settings } = decodeOptions(given);
      for (const problem of decodeOptions({ ...change, backend: '/' }).problems) report(problem);
      if (settings) app.change(settings);
    }, undefined);
}

const CALLS: ReadonlySet<string> = new Set([
  'open',
  'close',
  'show',
  'hide',
  'identify',
  'signOut',
  'setContext',
  'update',
  'on',
  'once',
  'destroy',
]);

const callback = (value: unknown): ((support: Support) => void) | undefined =>
  typeof value === 'function' ? (value as (support: Support) => void) : undefined; // the host's function; it gets the handle

/** A hint that can not be shown leads to the help; an article too, until it has a screen of its own. */
export const panelTarget = (target: string): PanelTarget =>
  /^(ask|question)/.test(target) ? (target as PanelTarget) : 'answers'; // looked at just now

function newsFor(events: Events, report: (problem: SupportError) => void): AppNews {
  return {
    opened: () => events.emit('open', undefined),
    closed: () => events.emit('close', undefined),
    saved: (submission, questions) => events.emit('saved', { submission, questions }),
    sent: (submission, reference, questions) => events.emit('sent', { submission, reference, questions }),
    unread: (count) => events.emit('unread', { count }),
    hint: (news) => events.emit('hint', news),
    hintButton: (event) => events.emit('hintButton', { event }),
    signedOut: (counts) => events.emit('signedOut', counts),
    problem: (code, message, cause) => report(new SupportError(code, message, { cause })),
  };
}

/** Creates a handle that does nothing but say why: on a server, or with options that cannot be used. */
export function createInertHandle(log: Log, problems: readonly SupportError[]): Handle {
  for (const problem of problems) log.error(problem.code, problem.message);
  const state: SupportState = {
    phase: 'unavailable',
    isOpen: false,
    unread: 0,
    waiting: 0,
    isSignedIn: false,
    problems,
  };
  const nothing = (): void => undefined;
  const events = createEvents(nothing);
  const ready = Promise.resolve().then(() => {
    for (const problem of problems) events.emit('problem', problem); // a microtask later, so that the host can listen first
    return state;
  });
  const support: Support = {
    open: async () => undefined,
    close: nothing,
    show: nothing,
    hide: nothing,
    identify: async () => undefined,
    signOut: async () => ({ drafts: 0, queued: 0 }),
    setContext: nothing,
    update: nothing,
    ...listening(events),
    hints: NO_HINTS,
    state,
    ready,
    unavailable: () => [
      {
        part: 'everything',
        code: problems[0]?.code ?? 'no-document',
        remedy: problems[0]?.message ?? 'Support starts in a browser; on a server there is nothing to show.',
      },
    ],
    destroy: nothing,
  };
  return withCalls(support, nothing);
}
