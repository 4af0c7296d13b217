import { describe, expect, it } from 'vitest';
import { createHintSlots } from '../../../../src/app/hints/playing/slots';
import { createHintAsk } from '../../../../src/app/hints/sourceAsk';
import { keepFresh } from '../../../../src/app/hints/sourceFreshness';
import { createHintTab } from '../../../../src/app/hints/tab';
import { createLifetime } from '../../../../src/foundation/lifetime';
import { fail, succeed } from '../../../../src/foundation/result';
import { manualClock } from '../../../support/builders';
import { locksOfOneBrowser } from '../../../support/hintHome';

const MARK = { hint: 'rondleiding', rev: 2, step: 'tweede', at: 5 };

/** The storage of one tab. */
function aTabStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    get length() {
      return kept.size;
    },
  } as Storage; // as much as is used
}

describe('the tour of this tab', () => {
  it('goes on after a reload, for the same person only', () => {
    const storage = aTabStorage();
    createHintTab('sanne', () => storage).save(MARK);
    expect(createHintTab('sanne', () => storage).load()).toEqual(MARK);
    expect(createHintTab('mehmet', () => storage).load()).toBeUndefined();
  });

  it('is over when it is done, and when the person signs out', () => {
    const storage = aTabStorage();
    for (const end of ['save', 'forget'] as const) {
      const tab = createHintTab('sanne', () => storage);
      tab.save(MARK);
      if (end === 'save') tab.save(undefined);
      else tab.forget();
      expect([tab.load(), storage.length]).toEqual([undefined, 0]);
    }
  });

  it.each(['{', 'null', '3', '{"owner":"sanne"}', '{"owner":"sanne","hint":"a","rev":"2","step":"b","at":1}'])(
    'is none when %s lies there',
    (written) => {
      const storage = aTabStorage();
      storage.setItem('cliendo-support:tour', written);
      expect(createHintTab('sanne', () => storage).load()).toBeUndefined();
    },
  );

  it('lives as long as the page where the browser refuses, and is looked up once', () => {
    let looks = 0;
    const tab = createHintTab('sanne', () => {
      looks += 1;
      throw new DOMException('Refused.', 'SecurityError');
    });
    expect([tab.load(), tab.load(), looks]).toEqual([undefined, undefined, 1]);
    tab.save(MARK);
    expect(tab.load()).toEqual(MARK);
  });
});

describe('what interrupts', () => {
  it('is in one tab at a time, and in the next one when that lets go or ends', async () => {
    const locks = locksOfOneBrowser();
    const life = createLifetime();
    const [one, other] = [createHintSlots(locks, life), createHintSlots(locks, createLifetime())];
    const letGo = await one.claim('kaart');
    expect(await other.claim('kaart')).toBeUndefined();
    expect(await other.claim('banner')).toBeDefined();
    letGo?.();
    await new Promise((resolve) => setTimeout(resolve)); // the browser hears of it
    const second = await other.claim('kaart');
    expect(second).toBeDefined();
    expect(await one.claim('kaart')).toBeUndefined();
    second?.();
    await new Promise((resolve) => setTimeout(resolve));
    await one.claim('kaart');
    life.end();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await other.claim('kaart')).toBeDefined();
    expect(await one.claim('kaart')).toBeUndefined();
  });

  it('makes way for the next one in the same tab at once', async () => {
    const slots = createHintSlots(locksOfOneBrowser(), createLifetime());
    const letGo = await slots.claim('kaart');
    letGo?.();
    expect(await slots.claim('kaart')).toBeDefined();
    expect(await slots.claim('kaart')).toBeUndefined();
  });

  it('may be in each tab where the browser has no locks, or refuses them', async () => {
    const refusing = { request: () => Promise.reject(new DOMException('Refused.', 'SecurityError')) };
    for (const locks of [undefined, refusing as unknown as LockManager])
      expect(await createHintSlots(locks, createLifetime()).claim('kaart')).toBeDefined();
  });
});

describe('coming back to the page', () => {
  it('asks again what is live: when it is seen, and not time and again', () => {
    const clock = manualClock();
    const document = { visibilityState: 'hidden' };
    const view = Object.assign(new EventTarget(), { document }) as unknown as Window; // as much as is used
    let times = 0;
    const stop = keepFresh(view, clock, () => (times += 1));
    const come = (name: string): number => {
      view.dispatchEvent(new Event(name));
      return times;
    };
    clock.pass(60_000);
    expect(come('focus')).toBe(0);
    document.visibilityState = 'visible';
    expect([come('focus'), come('focus'), come('online')]).toEqual([1, 1, 1]);
    clock.pass(20_000);
    expect(come('online')).toBe(2);
    clock.pass(20_000);
    stop();
    expect(come('focus')).toBe(2);
  });
});

describe('asking about hints', () => {
  const call = async () => succeed(1);
  const asking = (change: object, hints: unknown = {}) => {
    const renewed: unknown[] = [];
    const session = {
      token: async () => succeed('t'),
      renew: async (token: string) => renewed.push(token),
      subject: { owner: 'sanne' },
      ...change,
    };
    const connection = { session: async () => session as never, hints: async () => hints as never }; // as much as is used
    return { renewed, ask: createHintAsk({ owner: 'sanne', connection, language: () => 'nl' }) };
  };

  it('is done only in the name of who is signed in', async () => {
    expect(await asking({}).ask(call)).toEqual(succeed(1));
    expect(await asking({ subject: { owner: 'mehmet' } }).ask(call)).toMatchObject(fail({ code: 'owner-differs' }));
    expect(await asking({ subject: undefined }).ask(call)).toMatchObject(fail({ code: 'owner-differs' }));
    const noToken = fail({ code: 'auth-failed', message: '' });
    expect(await asking({ token: async () => noToken }).ask(call)).toEqual(noToken);
  });

  it('says so where there are no hints, or a part did not arrive', async () => {
    expect(await asking({}, null).ask(call)).toMatchObject(fail({ code: 'hints-absent' }));
    const lost = async () => Promise.reject(new Error('chunk'));
    expect(await asking({ token: lost }).ask(call)).toMatchObject(fail({ code: 'chunk-failed' }));
  });

  it('gets another token for the next time when this one is no longer taken', async () => {
    const { ask, renewed } = asking({});
    const refused = { code: 'token-expired', message: '', status: 401, retryable: false };
    expect(await ask(async () => fail(refused))).toEqual(fail(refused));
    expect(renewed).toEqual(['t']);
    await ask(async () => fail({ ...refused, status: 503 }));
    expect(renewed).toEqual(['t']);
  });
});
