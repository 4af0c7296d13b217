import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '../../../src/delivery/reading';
import { silentLog } from '../../../src/foundation/log';
import { succeed } from '../../../src/foundation/result';
import type { KeyValueStore, OwnerDatabase } from '../../../src/storage';
import { createFakeToken } from '../../../src/testing';
import { aDesk, type Desk, type TabOptions } from './desk';
import { anEvening, anyCommand, type Command } from './evening';
import { aWatcher, idOf, type Rule, type Watcher } from './watcher';

/** Makes something else of what a tab gets, so that a rule is broken. */
type Mutant = (watcher: Watcher, desk: Desk) => Partial<TabOptions>;

const faithful: Mutant = () => ({});

/** Lives through an evening and tells what was broken in it. */
async function brokenIn(commands: readonly Command[], seed: number, mutant: Mutant): Promise<Map<Rule, string>> {
  const desk = await aDesk(seed);
  const watcher = aWatcher(desk);
  const { database, backend } = watcher;
  const change = mutant(watcher, desk);
  const watched: Desk = {
    ...desk,
    tab(options) {
      const lock = watcher.lock(change.lock ?? desk.lock);
      const outbox = desk.tab({ database, ...change, ...options, lock });
      watcher.look(outbox);
      return outbox;
    },
  };
  const evening = anEvening(watched, { backend });
  for (const command of commands) await evening.act(command); // oxlint-disable-line no-await-in-loop -- in order
  await evening.settle();
  const behind = evening
    .outbox()
    .items.peek()
    .find(({ state }) => state !== 'done');
  if (behind) watcher.broken.set('O2', `${behind.id} is called waiting at the end of the evening`);
  return watcher.broken;
}

const manyCommands = fc.array(anyCommand, { maxLength: 25 });

it('keeps its rules at every moment, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(manyCommands, fc.integer(), async (commands, seed) => {
      expect(Object.fromEntries(await brokenIn(commands, seed, faithful))).toEqual({});
    }),
    { numRuns: 200 },
  );
}, 60_000);

/** A database of which one room does something else. */
const withItems = (
  database: OwnerDatabase,
  change: (items: KeyValueStore) => Partial<KeyValueStore>,
): OwnerDatabase => ({
  ...database,
  store(name) {
    const store = database.store(name);
    return name === 'items' ? { ...store, ...change(store) } : store;
  },
});

const MUTANTS: Readonly<Record<Rule, readonly [what: string, mutant: Mutant]>> = {
  O1: [
    'that lets go of the bytes as soon as a row changes',
    ({ database }) => ({
      database: withItems(database, (items) => ({
        async setMany(entries) {
          const stored = await items.setMany(entries);
          const [first] = entries;
          if (entries.length === 1 && first) await items.removeMany([`body/${idOf(first[0])}`]);
          return stored;
        },
      })),
    }),
  ],
  O2: [
    'whose device says it has kept what it has not',
    ({ database }) => {
      const memory = new Map<string, unknown>();
      return {
        database: withItems(database, () => ({
          async setMany(entries) {
            entries.forEach(([key, value]) => memory.set(key, value));
            return succeed(undefined);
          },
          get: async <Value>(key: string) => succeed(memory.get(key) as Value), // what was put under it
        })),
      };
    },
  ],
  O3: [
    'that writes the bytes again, and otherwise',
    ({ database }) => ({
      database: withItems(database, (items) => ({
        async setMany(entries) {
          const [first] = entries;
          if (entries.length > 1 || !first) return items.setMany(entries);
          return items.setMany([...entries, [`body/${idOf(first[0])}`, new TextEncoder().encode('{}').buffer]]);
        },
      })),
    }),
  ],
  O4: [
    'that names a picture of which the bytes are not there',
    ({ database }, desk) => ({
      database: withItems(database, (items) => ({
        async setMany(entries) {
          const chunks = desk.database.store('chunks');
          const keys = await chunks.keys('');
          if (keys.ok) await chunks.removeMany(keys.value);
          return items.setMany(entries);
        },
      })),
    }),
  ],
  O5: [
    'that sends with the token of whoever is signed in',
    (_, desk) => {
      const session = createSession({ auth: async () => desk.token, clock: desk.clock, log: silentLog });
      const other = createFakeToken({ sub: 'mehmet', org: 'voorbeeldzorg', name: 'Mehmet' });
      return {
        session: {
          get subject() {
            return session.subject;
          },
          token: async () => ((await session.token()).ok ? succeed(other) : session.token()),
          renew: async () => succeed(other),
        },
      };
    },
  ],
  O6: ['without a lock', () => ({ lock: (work) => work(new AbortController().signal) })],
};

describe('the rules can be broken, and it is seen: an outbox', () => {
  for (const [rule, [what, mutant]] of Object.entries(MUTANTS) as [Rule, (typeof MUTANTS)[Rule]][])
    it(`${what} breaks ${rule}`, async () => {
      const evenings = fc.sample(fc.tuple(manyCommands, fc.integer()), { numRuns: 40, seed: 7 });
      const seen = new Set<Rule>();
      for (const [commands, seed] of evenings)
        for (const broken of (await brokenIn(commands, seed, mutant)).keys()) seen.add(broken); // oxlint-disable-line no-await-in-loop -- one evening at a time
      expect([...seen]).toContain(rule);
    }, 60_000);
});

describe('O7: nobody holds the lock for long, also when', () => {
  const REQUESTS = ['putSubmission', 'uploadOffset', 'uploadPiece', 'submission'] as const;
  const LONGEST_MS = 30_000 + 15_000; // a turn, and the time-out of the request that was under way

  afterEach(() => vi.restoreAllMocks());

  /** Counting digests takes no time on the clock of a test, however busy the machine is: resolves when none is being counted. */
  function digestsCounted(): () => Promise<void> {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const counting = new Set<Promise<unknown>>();
    vi.spyOn(crypto.subtle, 'digest').mockImplementation((...asked) => {
      const mine = digest(...asked);
      counting.add(mine);
      return mine.finally(() => counting.delete(mine));
    });
    return async () => {
      do
        await new Promise((resolve) => setTimeout(resolve)); // whatever is ready goes on
      while (counting.size > 0);
    };
  }

  /** How long the lock is held while one kind of request is never answered. */
  async function heldMs(request: (typeof REQUESTS)[number], passMs: number): Promise<number> {
    const desk = await aDesk();
    const counted = digestsCounted();
    let since: number | undefined;
    let longest = 0;
    const lock: TabOptions['lock'] = (work) =>
      desk.lock(async (left) => {
        since = desk.clock.now();
        await work(left);
        longest = Math.max(longest, desk.clock.now() - since);
        since = undefined;
      });
    let ask = (): void => undefined;
    const asked = new Promise<void>((resolve) => (ask = resolve));
    const never = () => (ask(), new Promise<never>(() => undefined));
    const outbox = desk.tab({ lock, backend: { ...desk.backend, [request]: never } });
    await outbox.submit(desk.submission('Wacht', [await desk.picture(2000)]));
    void outbox.flush();
    await asked;
    for (let second = 0; second < 120; second++) {
      desk.clock.pass(passMs);
      await counted(); // oxlint-disable-line no-await-in-loop -- one second after the other
    }
    outbox.end();
    return since === undefined ? longest : Infinity;
  }

  it.each(REQUESTS)('%s is never answered', async (request) => {
    expect(await heldMs(request, 1000)).toBeLessThanOrEqual(LONGEST_MS);
  });

  it('it is the time that frees it: where none passes it stays held', async () => {
    expect(await heldMs('putSubmission', 0)).toBe(Infinity);
  });
});
