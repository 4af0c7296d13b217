import { describe, expect, it, vi } from 'vitest';
import { LEASE_MS } from '../../../demo/receiver/outgoing/dispatcher';
import { answers, startEndpoint } from '../../support/endpoint';
import { HERE, LONG_MS, WAITING, webhooksUnderTest } from './webhooksUnderTest';
import { accepted } from './wire';

const { here, told, webhook, listed, idsAt, later, again } = webhooksUnderTest();

describe('a delivery that fails', () => {
  it.each([
    ['answers 500', answers(500), 'http-500', 10_000],
    ['is busy, and says for how long', answers(429, { 'retry-after': '60' }), 'http-429', 60_000],
    ['is busy for ever', answers(503, { 'retry-after': '99999999' }), 'http-503', LONG_MS],
    ['says something that is no time', answers(503, { 'retry-after': 'soon' }), 'http-503', 10_000],
    ['does not know us', answers(404), 'http-404', 10_000],
    ['hangs up', (response: { destroy(): unknown }) => response.destroy(), 'connection-broken', 10_000],
  ] as const)('because the other side %s comes again later, under the same id', async (_what, how, reason, waitMs) => {
    const desk = await told([webhook()]);
    here.endpoint.answer(how);
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    const nextAt = new Date(here.receiver.time.now + waitMs).toISOString();
    expect(await listed()).toMatchObject([{ state: 'waiting', tries: 1, reason, nextAt, target: 'webhook:desk' }]);
    await later(waitMs - 1);
    await desk.deliverDue();
    expect(here.endpoint.received).toHaveLength(1);
    here.endpoint.answer(answers(200));
    await later(1);
    await desk.deliverDue();
    const [first, second, ...more] = idsAt(here.endpoint);
    expect([second, more]).toEqual([first, []]);
    expect(here.endpoint.received[1]?.body).toBe(here.endpoint.received[0]?.body);
    expect(here.endpoint.received[1]?.headers['webhook-timestamp']).not.toBe(
      here.endpoint.received[0]?.headers['webhook-timestamp'],
    );
    expect(await listed()).toMatchObject([{ state: 'done', tries: 2 }]);
    await later(LONG_MS);
    await desk.deliverDue();
    expect(here.endpoint.received).toHaveLength(2);
  });

  it('because nobody listens comes again when somebody does', async () => {
    const desk = await told([webhook()]);
    await here.endpoint.stop();
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'connection-refused' }]);
  });

  it('because the other side says nothing ends by itself', async () => {
    const desk = await told([webhook()], { outside: { ...HERE, timeLimitMs: 100 } });
    here.endpoint.answer(() => undefined);
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'timed-out' }]);
  });

  it('never follows a redirect', async () => {
    const elsewhere = await startEndpoint();
    const desk = await told([webhook()]);
    here.endpoint.answer(answers(307, { location: elsewhere.url }));
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'http-307' }]);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.stop();
  });

  it('is dead after twenty tries, is shown, and comes again when somebody says so', async () => {
    const desk = await told([webhook()]);
    here.endpoint.answer(answers(500));
    await accepted(here.receiver, here.sanne);
    for (let tries = 0; tries < 25; tries += 1) {
      await desk.deliverDue();
      await later(LONG_MS);
    }
    expect(here.endpoint.received).toHaveLength(20);
    const [dead] = await listed('dead');
    expect(dead).toMatchObject({ tries: 20, reason: 'http-500', event: 'submission.received' });
    expect(dead).not.toHaveProperty('nextAt');
    expect(
      here.receiver.logged.some((line) => line.includes('"state":"dead"') && line.includes(dead?.id ?? 'none')),
    ).toBe(true);

    here.endpoint.answer(answers(200));
    expect((await again({ id: dead?.id })).json()).toEqual({ items: 1 });
    await desk.deliverDue();
    expect(new Set(idsAt(here.endpoint)).size).toBe(1);
    expect(await listed()).toMatchObject([{ id: dead?.id, state: 'done', tries: 1 }]);
  });

  it('is dead at once when the other side says that it is gone', async () => {
    const desk = await told([webhook()]);
    here.endpoint.answer(answers(410));
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'dead', tries: 1, reason: 'http-410' }]);
  });

  it('is dead when nobody wants to hear it any more', async () => {
    await told([webhook()]);
    await accepted(here.receiver, here.sanne);
    await told([webhook({ id: 'other' })]);
    expect(await listed()).toMatchObject([{ state: 'dead', reason: 'no-such-webhook' }]);
  });

  it('delays nobody else', async () => {
    const slow = await startEndpoint();
    slow.answer(() => undefined);
    const desk = await told([webhook({ id: 'slow', url: slow.url }), webhook()]);
    await accepted(here.receiver, here.sanne);
    const first = desk.deliverDue();
    await slow.until(1);
    await here.endpoint.until(1);
    await accepted(here.receiver, here.sanne);
    await vi.waitUntil(async () => {
      await desk.deliverDue(); // does not wait for the slow one
      return here.endpoint.received.length === 2;
    }, WAITING);
    await desk.stop();
    await first;
    expect(await listed('waiting')).toMatchObject([{ target: 'webhook:slow' }, { target: 'webhook:slow' }]);
    await slow.stop();
  });
});

describe('a receiver that is killed', () => {
  it('between the answer and writing it down tells it again, under the same id', async () => {
    const killed = await told([webhook()], {
      store: { ...here.receiver.ports.store, endTry: () => new Promise(() => undefined) },
    });
    await accepted(here.receiver, here.sanne);
    void killed.deliverDue();
    await here.endpoint.until(1);
    const desk = await told([webhook()]);
    await desk.deliverDue();
    expect(here.endpoint.received).toHaveLength(1); // its lease still holds
    await later(LEASE_MS);
    await desk.deliverDue();
    const [first, second, ...more] = idsAt(here.endpoint);
    expect([second, more]).toEqual([first, []]);
    expect(await listed()).toMatchObject([{ state: 'done', tries: 2 }]);
  });

  it('each time it tries is not tried for ever', async () => {
    const killed = { ...here.receiver.ports.store, endTry: () => new Promise<void>(() => undefined) };
    await told([webhook()]);
    await accepted(here.receiver, here.sanne);
    for (let tries = 1; tries <= 21; tries += 1) {
      void (await told([webhook()], { store: killed })).deliverDue();
      await here.endpoint.until(Math.min(tries, 20));
      await later(LEASE_MS);
    }
    await (await told([webhook()])).deliverDue();
    expect(here.endpoint.received).toHaveLength(20);
    expect(await listed()).toMatchObject([{ state: 'dead', reason: 'cut-off', tries: 20 }]);
  });

  it('in good order breaks off what is on its way: it is due at once', async () => {
    const desk = await told([webhook()]);
    here.endpoint.answer(() => undefined);
    await accepted(here.receiver, here.sanne);
    const telling = desk.deliverDue();
    await here.endpoint.until(1);
    await desk.stop();
    await telling;
    here.endpoint.answer(answers(200));
    await (await told([webhook()])).deliverDue();
    expect(await listed()).toMatchObject([{ state: 'done', tries: 2 }]);
  });
});
