import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../src/foundation/result';
import { mergeKept, NOTHING_KEPT, type KeptHints } from '../../../../src/hints';
import { withRecord, withShow } from '../../../../src/hints/kept';
import type { HintRecord } from '../../../../src/protocol';
import { aHome, refusingDatabase, type HintHome, type HintTabUnderTest } from '../../../support/hintHome';
import { aCupboard, aSealedDatabase } from '../../../support/sealing';

const AT = '2026-03-12T09:00:00.000Z';
const NEVER: HintRecord = { hint: 'uitleg', shown: 1, lastShownAt: AT, neverAt: AT };
const HOUR_MS = 3_600_000;

let home: HintHome;
const homes: HintHome[] = [];
const another = async (change?: Parameters<typeof aHome>[0]): Promise<HintHome> => {
  const made = await aHome(change);
  homes.push(made);
  return made;
};
beforeEach(async () => void (home = await another()));
afterEach(() => homes.splice(0).forEach((each) => each.end()));

/** What a tab knows; the code when it knows nothing. */
const load = async ({ keeping }: HintTabUnderTest): Promise<KeptHints> => {
  const loaded = await keeping.load();
  if (!loaded.ok) throw new Error(loaded.problem.code);
  return loaded.value;
};
const recordsOf = async (tab: HintTabUnderTest) => (await load(tab)).history.records;
const does = async ({ keeping }: HintTabUnderTest, record: HintRecord): Promise<void> =>
  keeping.save(withRecord(NOTHING_KEPT, record));
/** Lets time pass, until the backend has been told at least as often as this. */
const untilTold = (times: number): Promise<void> =>
  vi.waitFor(() => {
    home.clock.pass(1_000);
    expect(home.asked.filter((name) => name === 'joinHintHistory').length).toBeGreaterThanOrEqual(times);
  });

describe('what somebody did with hints', () => {
  it('is known to nobody on a new device without a network, and then it is not guessed', async () => {
    home.isAway = true;
    await expect(load(home.tab())).rejects.toThrow('history-unknown');
    await expect(load(home.tab())).rejects.toThrow('history-unknown'); // also when something was put away meanwhile
    home.isAway = false;
    expect(await recordsOf(home.tab())).toEqual([]);
    home.isAway = true;
    expect(await recordsOf(home.tab())).toEqual([]);
  });

  it('is known on the next page and on another device', async () => {
    const tab = home.tab();
    await load(tab);
    await does(tab, NEVER);
    expect(await recordsOf(home.tab())).toEqual([NEVER]);
    await untilTold(1);
    const elsewhere = await another({ backend: home.backend });
    await vi.waitFor(async () => expect(await recordsOf(elsewhere.tab())).toEqual([NEVER]));
  });

  it('comes to the backend with the next page when the network was away, and only what it does not know', async () => {
    const tab = home.tab();
    await load(tab);
    await does(tab, { hint: 'eerder', shown: 1, doneAt: AT });
    await untilTold(1);
    home.isAway = true;
    await does(tab, NEVER);
    await untilTold(2);
    tab.lifetime.end();
    home.isAway = false;
    const sent: unknown[] = [];
    const { joinHintHistory } = home.backend;
    home.changed.joinHintHistory = async (history, call) => {
      sent.push(history);
      return joinHintHistory?.(history, call) as never; // the backend in memory has it
    };
    await load(home.tab());
    await untilTold(3);
    expect(sent).toEqual([{ records: [NEVER] }]);
  });

  it('is tried again by itself, later each time, and not at all when it is refused for good', async () => {
    const tab = home.tab();
    await load(tab);
    home.isAway = true;
    await does(tab, NEVER);
    await untilTold(1);
    home.clock.pass(28_000);
    expect(home.asked.filter((name) => name === 'joinHintHistory')).toHaveLength(1);
    home.isAway = false;
    home.changed.joinHintHistory = async () => fail({ code: 'too-large', message: '', status: 413, retryable: false });
    await untilTold(2);
    await Promise.resolve();
    home.clock.pass(HOUR_MS);
    expect(home.asked.filter((name) => name === 'joinHintHistory')).toHaveLength(2);
  });

  it('counts one showing in two tabs once, and each tab hears of the other', async () => {
    const [one, other] = [home.tab(), home.tab()];
    const [first] = await Promise.all([load(one), load(other)]);
    const heard = new Promise<KeptHints>((resolve) => void other.keeping.changed(resolve));
    const show = { hint: 'uitleg', ordinal: 0, at: Date.parse(AT), isInterrupting: true };
    const shown = withShow(withRecord(first, { hint: 'uitleg', shown: 1, lastShownAt: AT }), show);
    await Promise.all([one.keeping.save(shown), other.keeping.save({ ...shown, session: first.session })]);
    await other.keeping.save(shown);
    expect((await heard).history.records).toEqual([{ hint: 'uitleg', shown: 1, lastShownAt: AT }]);
    const { history, session } = await load(home.tab());
    expect(history.records).toEqual([{ hint: 'uitleg', shown: 1, lastShownAt: AT }]);
    expect(session.shows).toEqual([show]);
  });

  it('hears from the backend what was done on another device meanwhile, and what is to be shown again', async () => {
    const tab = home.tab();
    await load(tab);
    const elsewhere = (await another({ backend: home.backend })).tab();
    const reset = { hint: 'weer', shown: 0, resetAt: AT };
    await load(elsewhere);
    await does(elsewhere, NEVER);
    await does(elsewhere, reset);
    const heard: KeptHints[] = [];
    tab.keeping.changed((kept) => heard.push(kept));
    await vi.waitFor(() => {
      homes[1]?.clock.pass(1_000);
      expect(homes[1]?.asked).toContain('joinHintHistory');
    });
    await does(tab, { hint: 'eigen', shown: 1, lastShownAt: AT });
    await untilTold(1);
    await vi.waitFor(() =>
      expect(
        heard
          .at(-1)
          ?.history.records.map(({ hint }) => hint)
          .sort(),
      ).toEqual(['eigen', 'uitleg', 'weer']),
    );
  });

  it('writes what comes at once together, and loses none of it', async () => {
    const tab = home.tab();
    await load(tab);
    const many = Array.from({ length: 40 }, (_none, at) => ({ hint: `h-${at}`, shown: 1, lastShownAt: AT }));
    await Promise.all(many.map((record) => does(tab, record)));
    expect(await recordsOf(home.tab())).toHaveLength(40);
  });

  it('lies sealed on the disk: not even the name of a hint is there', async () => {
    const database = aSealedDatabase({ disk: home.disk, source: aCupboard() });
    const tab = home.tab(database);
    await load(tab);
    await does(tab, NEVER);
    tab.keeping.tell({ hint: 'uitleg', rev: 1, what: 'never', at: AT }, 'sleutel');
    await tab.keeping.leave();
    const found = await home.disk.store('drafts').entries<object>('hints.');
    expect(found.ok && found.value.map(([key, value]) => [key, 'seal' in value])).toEqual([
      ['hints.events', true],
      ['hints.kept', true],
    ]);
    const meta = await home.disk.store('meta').entries('');
    expect(JSON.stringify(meta)).not.toContain('uitleg');
  });

  it('comes to the backend all the same where the device keeps nothing', async () => {
    const tab = home.tab(refusingDatabase());
    await load(tab);
    await does(tab, NEVER);
    await untilTold(1);
    const elsewhere = await another({ backend: home.backend });
    await vi.waitFor(async () => expect(await recordsOf(elsewhere.tab())).toEqual([NEVER]));
  });

  it.each([
    ['of another version', { savedAt: 1, value: { history: [] } }],
    ['that is no object', 'oud'],
  ])('is asked anew when the device has something %s', async (_what, value) => {
    await home.disk.store('drafts').setMany([['hints.kept', value]]);
    expect(await recordsOf(home.tab())).toEqual([]);
  });
});

describe('a session', () => {
  const idOf = async (tab: HintTabUnderTest): Promise<string> => (await load(tab)).session.id;

  it('is the same in every tab and after a reload', async () => {
    const ids = await Promise.all([idOf(home.tab()), idOf(home.tab())]);
    expect(new Set([...ids, await idOf(home.tab())]).size).toBe(1);
    expect(ids[0]).not.toBe('');
  });

  it('ends when the person signs out, and when nobody was here for half a day', async () => {
    const tab = home.tab();
    const first = await idOf(tab);
    await tab.keeping.leave();
    const second = await idOf(home.tab());
    home.clock.pass(11 * HOUR_MS);
    const still = await idOf(home.tab());
    home.clock.pass(13 * HOUR_MS);
    const third = await idOf(home.tab());
    expect(second).toBe(still);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('of another tab that began later is the one that counts', async () => {
    const tab = home.tab();
    const before = await load(tab);
    home.clock.pass(13 * HOUR_MS);
    const after = await load(home.tab());
    expect(mergeKept(before, after).session).toEqual(after.session);
    await tab.keeping.save(before);
    expect((await load(home.tab())).session.id).toBe(after.session.id);
  });

  it('is there in a page that keeps nothing', async () => {
    expect(await idOf(home.tab(refusingDatabase()))).not.toBe('');
  });
});

it('nothing is kept or asked any more once the tab has ended', async () => {
  const tab = home.tab();
  await load(tab);
  tab.lifetime.end();
  const before = home.asked.length;
  await does(tab, NEVER);
  tab.keeping.tell({ hint: 'uitleg', rev: 1, what: 'seen', at: AT }, 'k');
  home.clock.pass(HOUR_MS);
  await Promise.resolve();
  expect(home.asked.slice(before)).toEqual([]);
});
