import { signal } from '@preact/signals-core';
import { vi } from 'vitest';
import { decodeOptions } from '../../src/api/decodeOptions';
import { AppModel } from '../../src/app/app.model';
import { createHintsHolder, type HintsHolderOptions } from '../../src/app/hintsHolder';
import type { HintNews, HintsHolder } from '../../src/app/hintsPart';
import { createLazyFeatures, type Chunks } from '../../src/app/lazyFeatures';
import { once } from '../../src/app/once';
import type { OwnerSpace } from '../../src/app/owner';
import type { Settings } from '../../src/app/settings';
import { createLifetime } from '../../src/foundation/lifetime';
import { silentLog } from '../../src/foundation/log';
import { fail, succeed } from '../../src/foundation/result';
import { contentOf, indexOf, type HintDocument } from '../../src/protocol';
import { createMemoryDatabase, pieceDigests } from '../../src/storage';
import { idsFrom, manualClock, type ManualClock } from './builders';
import { aHintDocument } from './hintDocuments';

/** What a host and a receiver say at the start. */
interface Beginning {
  readonly options?: object;
  /** Whose token the host has; nobody's when left out. */
  readonly signedIn?: string;
  /** What is published; nothing when left out. */
  readonly document?: Partial<HintDocument>;
}

const spaceOf = (owner: string): OwnerSpace =>
  ({ owner, database: createMemoryDatabase(), digests: pieceDigests, end: () => undefined }) as unknown as OwnerSpace; // all that hints use

const ownElement = (name: string): HTMLElement => {
  const element = document.createElement(name);
  element.attachShadow({ mode: 'open' });
  return element;
};

/** Where hints come from. */
function aReceiver(published: Partial<HintDocument> | undefined) {
  const asked: string[] = [];
  let live = published && aHintDocument(published);

  const backend = {
    async hintIndex() {
      asked.push('index');
      if (!live) return succeed({ is: 'nothing' as const });
      const index: unknown = JSON.parse(JSON.stringify(indexOf(live, new Set())));
      return succeed({ is: 'index' as const, tag: String(asked.length), index });
    },
    async hintContent(id: string) {
      const hint = live?.hints.find((one) => one.id === id);
      return hint ? succeed<unknown>(contentOf(hint)) : fail({ code: 'not-found', message: 'No such words.' });
    },
    async hintAsset(asset: string) {
      asked.push(`picture ${asset}`);
      const isHere = asset !== 'weg';
      return isHere
        ? succeed({ type: 'image/png', bytes: new ArrayBuffer(8) })
        : fail({ code: 'not-found', message: 'No.' });
    },
    hintHistory: async () => succeed({ records: [] }),
    joinHintHistory: async (history: unknown) => succeed(history),
    putHintEvents: async () => succeed(undefined),
  };
  return {
    backend,
    asked,
    publish: (next: Partial<HintDocument> | undefined) => void (live = next && aHintDocument(next)),
  };
}

/** Our bar, on the page as long as somebody holds it. */
function aLauncher() {
  const bar = ownElement('cliendo-support-bar');
  const held = { count: 0 };
  const hold = () => {
    held.count += 1;
    document.documentElement.append(bar);
    return () => {
      held.count -= 1;
      bar.remove();
    };
  };
  const removed = new Set<() => void>();
  const onRemoved = (listener: () => void) => {
    removed.add(listener);
    return () => removed.delete(listener);
  };
  /** The host empties the dialog in which our bar is. */
  const empty = (): void => removed.forEach((listener) => listener());
  const modals = { top: () => undefined, follow: () => () => undefined };
  return { bar, held, launcher: async () => ({ modals, bar: { element: bar, hold, onRemoved } }), empty };
}

interface OwnerWorld {
  readonly app: InstanceType<typeof AppModel>;
  readonly backend: object;
  /** Whose token the host has. */
  readonly signedIn?: string | undefined;
}

/** Somebody who comes and goes. */
function anOwner({ app, backend, signedIn }: OwnerWorld) {
  const space = signal(spaceOf(''));
  const session = {
    token: async () => succeed('token'),
    renew: async () => succeed('token'),
    get subject() {
      return { owner: space.peek().owner };
    },
  };
  const enter = (person = ''): void => {
    space.value = spaceOf(person);
    app.isSignedIn.value = person !== '';
  };
  const hostAsked = { count: 0 };
  const ask = async (): Promise<void> => {
    hostAsked.count += 1;
    enter(signedIn);
  };
  const owner = {
    owners: { space, enter: ask },
    connection: { session: async () => session, hints: async () => backend },
    replies: { onNews: () => () => undefined },
    newId: idsFrom(1),
  };
  return { owner, enter, hostAsked };
}

const settingsOf = (options: object): Settings => {
  const { settings } = decodeOptions({ backend: 'https://support.example.nl', auth: async () => '', ...options });
  if (!settings) throw new Error('The options are fine.');
  return settings;
};

/** Chunks that are fetched for real, by the name of their folder. */
function noticedChunks() {
  const fetched: string[] = [];
  const held = new Map<string, Promise<void>>();
  const chunks: Chunks = (load) =>
    once(async () => {
      const name = /\/(\w+)\/index/.exec(String(load))?.[1] ?? String(load);
      fetched.push(name);
      await held.get(name);
      return load();
    });
  /** A chunk does not come until it is let go, or is lost. */
  const holdChunk = (name: string): { come(): void; lose(): void } => {
    let come = (): void => undefined;
    let lose = (): void => undefined;
    const waiting = new Promise<void>((resolve, reject) => {
      come = resolve;
      lose = () => reject(new Error(`${name} did not arrive.`));
    });
    held.set(
      name,
      waiting.finally(() => held.delete(name)),
    );
    return { come, lose };
  };
  return { chunks, fetched, holdChunk };
}

/** An app of which everything but hints is a stand-in: the page, our bar, a receiver that hints come from, somebody who comes and goes. */
export function aHintsApp({ options = {}, document: published, ...host }: Beginning = {}) {
  const clock = manualClock();
  const lifetime = createLifetime();
  const settings = settingsOf(options);
  const app = new AppModel({ settings, visit: { path: '/', key: '' }, isOnline: true });
  const told: HintNews[] = [];
  const problems: string[] = [];
  const opened: string[] = [];
  const root = ownElement('cliendo-support');
  const { launcher, ...ours } = aLauncher();
  const { backend, asked, publish } = aReceiver(published);
  const { chunks, fetched, holdChunk } = noticedChunks();
  const { owner, enter, hostAsked } = anOwner({ app, backend, signedIn: host.signedIn });
  const parts = {
    view: window,
    root,
    doors: { isOwn: (element: Element) => element === ours.bar || element === root },
    settings,
    model: app,
    clock,
    lifetime,
    log: silentLog,
    chunks,
    lazy: createLazyFeatures(chunks),
    news: {
      hint: (news: HintNews) => void told.push(news),
      hintButton: (event: string) => void opened.push(`host ${event}`),
      problem: (code: string) => void problems.push(code),
    },
    openPanel: async (target: string, text = '') => void opened.push(`panel ${target} ${text}`.trim()),
    launcher,
    owner: async () => owner,
  } as unknown as HintsHolderOptions; // all that hints use of an app
  const holder: HintsHolder = createHintsHolder(parts);

  return {
    app,
    clock,
    lifetime,
    holder,
    ...ours,
    asked,
    fetched,
    holdChunk,
    told,
    problems,
    opened,
    publish,
    /** Somebody else is here from now on; nobody, without a name. */
    enter,
    /** How often the host was asked who is signed in, for the sake of hints. */
    hostAsked,
    ...aScreen(ours.bar, clock),
  };
}

/** What a person sees, and the time that passes. */
const aScreen = (bar: HTMLElement, clock: ManualClock) => ({
  /** Titles of the cards on the screen. */
  cards: (): readonly string[] =>
    [...(bar.isConnected ? (bar.shadowRoot?.querySelectorAll('h2') ?? []) : [])].map(({ textContent }) => textContent),
  /** Lets time pass, and waits for what comes of it. */
  async pass(ms: number): Promise<void> {
    clock.pass(ms);
    await vi.dynamicImportSettled();
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve)); // oxlint-disable-line no-await-in-loop -- one turn after another
  },
});
