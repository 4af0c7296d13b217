import { createHintKeeping, type OwnHints } from '../../src/app/hints/keeping/keeping';
import { createHintSource } from '../../src/app/hints/source';
import { createHintAsk, type HintAsk } from '../../src/app/hints/sourceAsk';
import type { Backend, BackendHints } from '../../src/delivery';
import { createLifetime, type Lifetime } from '../../src/foundation/lifetime';
import { fail, succeed } from '../../src/foundation/result';
import type { HintSource } from '../../src/hints';
import { pieceDigests, type OwnerDatabase } from '../../src/storage';
import { createFakeBackend, createFakeToken, createTestPerson, type FakeBackend } from '../../src/testing';
import { aConsole } from '../unit/delivery/hostObjects';
import { idsFrom, manualClock, type ManualClock } from './builders';
import { aDisk } from './sealing';

/** One browser of one person, with as many tabs as a test opens, and the backend behind it. */
export interface HintHome {
  readonly backend: FakeBackend;
  readonly disk: OwnerDatabase;
  readonly clock: ManualClock;
  /** Names of what the backend was asked, in order. */
  readonly asked: string[];
  /** What the developer read. */
  readonly lines: readonly string[];
  /** No answer comes from now on. */
  isAway: boolean;
  /** Does these otherwise from now on. */
  readonly changed: { -readonly [Name in keyof BackendHints]?: BackendHints[Name] | undefined };
  tab(database?: Pick<OwnerDatabase, 'store'>): HintTabUnderTest;
  /** Closes what is open. */
  end(): void;
}

/** One tab: what fills the ports. */
export interface HintTabUnderTest {
  readonly source: HintSource;
  readonly ask: HintAsk;
  readonly keeping: OwnHints;
  readonly lifetime: Lifetime;
}

/** Opens a browser. Two homes with one backend are two devices of the same person. */
export async function aHome({ backend = createFakeBackend(), disk = aDisk() } = {}): Promise<HintHome> {
  const token = createFakeToken({ sub: 'sanne', org: 'voorbeeldzorg', name: 'Sanne' });
  const { owner } = await createTestPerson(token);
  const clock = manualClock();
  const [asked, changed, whole]: [string[], HintHome['changed'], Lifetime] = [[], {}, createLifetime()];
  const { log, lines } = aConsole();
  const locks = locksOfOneBrowser();
  let opened = Math.floor(Math.random() * 1e6); // ids of two devices differ
  const home: HintHome = {
    backend,
    disk,
    clock,
    asked,
    lines,
    isAway: false,
    changed,
    tab(database = disk) {
      const lifetime = whole.child();
      const session = { token: async () => succeed(token), renew: async () => succeed(token), subject: { owner } };
      const hints = async () => heard(backend, home);
      const ask: HintAsk = createHintAsk({
        owner,
        connection: { session: async () => session as never, hints }, // as much of a session as asking needs
        language: () => 'nl',
      });
      const newId = idsFrom((opened += 1));
      return {
        lifetime,
        ask,
        source: createHintSource({ ask, database, clock, log }),
        keeping: createHintKeeping({ owner, ask, database, locks, clock, newId, lifetime, digests: pieceDigests }),
      };
    },
    end: () => whole.end(),
  };
  return home;
}

const METHODS = ['hintIndex', 'hintContent', 'hintAsset', 'hintHistory', 'joinHintHistory', 'putHintEvents'] as const;

/** The backend, with its answers as a test wants them. */
const heard = (backend: Backend, home: HintHome): BackendHints =>
  Object.fromEntries(
    METHODS.filter((name) => !(name in home.changed) || home.changed[name]).map((name) => [
      name,
      (...given: never[]) => {
        home.asked.push(name);
        const act = (home.changed[name] ?? backend[name]) as (...given: never[]) => unknown;
        return home.isAway ? Promise.resolve(NO_ANSWER) : act(...given);
      },
    ]),
  ) as unknown as BackendHints; // all of them, by their names

const NO_ANSWER = fail({ code: 'no-answer', message: 'No answer came.', status: 0, retryable: true });

/** Web Locks: one holder for each name, the others in a row, or not at all. */
export function locksOfOneBrowser(): LockManager {
  const last = new Map<string, Promise<unknown>>();
  const request = (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const work = rest.at(-1) as (lock: unknown) => unknown;
    const { ifAvailable } = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const before = last.get(name);
    if (ifAvailable && before) return Promise.resolve(work(null));
    const mine = (before ?? Promise.resolve()).then(() => work({ name }));
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(name, over);
    void over.then(() => last.get(name) === over && last.delete(name));
    return mine;
  };
  return { request, query: async () => ({}) } as unknown as LockManager; // as much as is used
}

/** A device that keeps nothing. */
export const refusingDatabase = (): Pick<OwnerDatabase, 'store'> => {
  const full = async () => fail({ code: 'storage-full', message: 'No room.' } as const);
  return { store: () => ({ get: full, setMany: full, removeMany: full, keys: full, entries: full }) };
};
