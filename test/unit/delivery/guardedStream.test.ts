import { describe, expect, it } from 'vitest';
import { guardBackend } from '../../../src/delivery/guard';
import { silentLog } from '../../../src/foundation/log';
import { manualClock } from '../../support/builders';
import { aConsole, BROKEN, never } from './hostObjects';

const call = { token: 'x', language: 'nl' };

describe("a stream of a host's own backend object", () => {
  const listen = (events: unknown, stop = new AbortController()) => {
    const clock = manualClock();
    const { log, lines } = aConsole();
    const heard: number[] = [];
    const backend = guardBackend({ events } as never, { clock, log }); // its stream is all that is asked here
    const ended = backend.events?.(5, { ...call, signal: stop.signal }, (cursor) => void heard.push(cursor));
    return { clock, lines, heard, stop, ended };
  };
  type Told = (cursor: unknown) => void;

  it('that is no function is none', () => {
    for (const events of [undefined, null, {}, 'yes'])
      expect(guardBackend({ events } as never, { clock: manualClock(), log: silentLog })).not.toHaveProperty('events');
  });

  it.each([...BROKEN, ['a rejection', () => Promise.reject(new Error('kapot'))] as const])(
    'ends with %s: no answer, and one line for the developer',
    async (_, act) => {
      const { ended, lines } = listen(act);
      expect(await ended).toMatchObject({ ok: false, problem: { retryable: true, status: 0 } });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^backend-answer: `backend\.events`/);
    },
  );

  it('tells cursors and nothing else, and nothing after its end', async () => {
    let tell: Told = () => undefined;
    let finish = (_answer: unknown): void => undefined;
    const { heard, ended } = listen((_after: number, _call: unknown, told: Told) => {
      tell = told;
      return new Promise((resolve) => (finish = resolve));
    });
    for (const cursor of [6, '7', -1, 7.5, Number.NaN, Infinity, null, { cursor: 8 }, 9]) tell(cursor);
    finish({ ok: true });
    expect(await ended).toEqual({ ok: true, value: undefined });
    tell(10);
    expect(heard).toEqual([6, 9]);
  });

  it('shows no sign of life for forty seconds: it is told to stop, and counts as no answer', async () => {
    let tell: Told = () => undefined;
    let signal: AbortSignal | undefined;
    const { clock, ended, heard, lines } = listen((_after: number, given: { signal: AbortSignal }, told: Told) => {
      ({ signal } = given);
      tell = told;
      return never;
    });
    clock.pass(39_000);
    tell(5);
    clock.pass(39_000);
    expect(signal?.aborted).toBe(false);
    clock.pass(1_000);
    expect(await ended).toMatchObject({ ok: false, problem: { code: 'timed-out' } });
    expect(signal?.aborted).toBe(true);
    tell(6);
    expect(heard).toEqual([5]);
    expect(lines).toHaveLength(1);
  });

  it('is not waited for by a page that goes', async () => {
    const { stop, ended, lines } = listen(() => never);
    stop.abort();
    expect(await ended).toMatchObject({ ok: false, problem: { code: 'stopped' } });
    expect(lines).toEqual([]);
  });
});
