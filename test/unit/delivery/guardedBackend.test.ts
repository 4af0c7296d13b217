import { describe, expect, it, test } from 'vitest';
import type { Backend } from '../../../src/delivery';
import { guardBackend } from '../../../src/delivery/guard';
import { silentLog } from '../../../src/foundation/log';
import { fail, succeed } from '../../../src/foundation/result';
import { backendContract, createFakeBackend, createTestPerson } from '../../../src/testing';
import { aFakeSubject } from '../../contract/backend/subjects';
import { anId, manualClock } from '../../support/builders';
import { aDesk } from './desk';
import { aConsole, BROKEN, never } from './hostObjects';

const call = { token: 'x', language: 'nl' };

/** Every method that answers; a stream lasts, and has tests of its own. */
type Guarded = Exclude<keyof Backend, 'events'>;

/** Every one of them, called as the widget does. */
const CALLS: Readonly<Record<Guarded, (backend: Backend) => Promise<unknown> | undefined>> = {
  me: (backend) => backend.me(call),
  submissions: (backend) => backend.submissions(0, call),
  conversation: (backend) => backend.conversation(anId(1), call),
  attachmentContent: (backend) => backend.attachmentContent(anId(1), call),
  changes: (backend) => backend.changes(0, call),
  putSubmission: (backend) => backend.putSubmission({ id: anId(1), body: new Uint8Array(), digest: 'd' }, call),
  submission: (backend) => backend.submission(anId(1), call),
  uploadOffset: (backend) => backend.uploadOffset(anId(1), call),
  uploadPiece: (backend) =>
    backend.uploadPiece({ id: anId(1), offset: 0, bytes: new ArrayBuffer(1), checksum: '' }, call),
  removeAttachment: (backend) => backend.removeAttachment(anId(1), call),
  putMessage: (backend) =>
    backend.putMessage({ id: anId(1), body: new Uint8Array(), digest: 'd', question: anId(2) }, call),
  putAction: (backend) =>
    backend.putAction({ id: anId(1), body: new Uint8Array(), digest: 'd', question: anId(2) }, call),
  markRead: (backend) => backend.markRead(anId(1), 1, call),
  deviceKey: (backend) => backend.deviceKey?.(anId(1), call),
  removeDeviceKey: (backend) => backend.removeDeviceKey?.(anId(1), call),
  hintIndex: (backend) => backend.hintIndex?.(undefined, call),
  hintContent: (backend) => backend.hintContent?.('uitleg', 1, call),
  hintAsset: (backend) => backend.hintAsset?.('plan', call),
  hintHistory: (backend) => backend.hintHistory?.(call),
  joinHintHistory: (backend) => backend.joinHintHistory?.({ records: [] }, call),
  putHintEvents: (backend) => backend.putHintEvents?.({ id: anId(1), body: new Uint8Array(), digest: 'd' }, call),
};

/** A backend of which every method does the same. */
const always = (act: () => unknown): Backend =>
  Object.fromEntries(Object.keys(CALLS).map((name) => [name, act])) as never; // what it gives is the point

/** What methods with a value may not give either. */
const WRONG_VALUES: readonly (readonly [method: Guarded, value: unknown])[] = [
  ['me', {}],
  ['me', { owner: 'o', organisation: '', displayName: '', limits: { questions: 'many' }, capabilities: [] }],
  ['submissions', undefined],
  ['submissions', [{}]],
  ['conversation', { id: anId(1), messages: 'none' }],
  ['attachmentContent', { type: 'text/html', bytes: new ArrayBuffer(1) }],
  ['attachmentContent', { type: 'image/svg+xml', bytes: new ArrayBuffer(1) }],
  ['attachmentContent', { type: 'image/png', bytes: 'iVBOR' }],
  ['changes', { items: [], next: -1, more: false }],
  ['putSubmission', { id: anId(1) }],
  ['submission', null],
  ['uploadOffset', '5'],
  ['uploadOffset', -1],
  ['uploadPiece', Number.NaN],
  ['deviceKey', { kid: '1', publicKey: {}, privateKey: {}, expiresAt: '' }],
  ['hintIndex', { is: 'index', index: {} }],
  ['hintIndex', { is: 'index', tag: '1', index: [] }],
  ['hintIndex', { is: 'later' }],
  ['hintContent', 'Opslaan'],
  ['hintAsset', { type: 'image/svg+xml', bytes: new ArrayBuffer(1) }],
  ['hintAsset', { type: 'image/png', bytes: new ArrayBuffer(500_001) }],
  ['hintHistory', { records: [{ hint: 'uitleg', shown: -1 }] }],
  ['hintHistory', { records: [{ hint: 'uitleg', shown: 1, neverAt: 'gisteren' }] }],
  ['joinHintHistory', { records: {} }],
];

describe("a backend object of the host's", () => {
  test('that is right passes the whole contract behind its guard', async () => {
    for (const { run } of backendContract) {
      const subject = await aFakeSubject(createFakeBackend());
      await run({ ...subject, backend: guardBackend(subject.backend, { clock: manualClock(), log: silentLog }) });
    }
  });

  it.each(BROKEN)(
    'gives %s: a failure that time may heal, whatever is asked, and one line per method',
    async (_, act) => {
      const { log, lines } = aConsole();
      const backend = guardBackend(always(act), { clock: manualClock(), log });
      for (const [name, ask] of Object.entries(CALLS)) {
        for (let time = 0; time < 2; time++)
          expect(await ask(backend), name).toMatchObject({ ok: false, problem: { retryable: true, status: 0 } });
        expect(lines.filter((line) => line.startsWith(`backend-answer: \`backend.${name}\``))).toHaveLength(1);
      }
      expect(lines.join()).not.toMatch(/kapot|It went wrong/);
    },
  );

  it.each(WRONG_VALUES)('gives for %s the value %j: never a value here', async (name, value) => {
    const backend = guardBackend(
      always(() => succeed(value)),
      { clock: manualClock(), log: silentLog },
    );
    expect(await CALLS[name](backend)).toMatchObject({ ok: false, problem: { code: 'unreadable-answer' } });
  });

  it('may give anything where it only has to do something', async () => {
    const backend = guardBackend(
      always(() => ({ ok: true, value: 'done' })),
      { clock: manualClock(), log: silentLog },
    );
    expect(await CALLS.putMessage(backend)).toEqual({ ok: true, value: undefined });
  });

  it('says no in its own words, and those count', async () => {
    const refused = { code: 'too-large', name: 'too-large', message: 'No.', status: 413, retryable: false, limit: 5 };
    const backend = guardBackend(
      always(() => fail(refused)),
      { clock: manualClock(), log: silentLog },
    );
    expect(await CALLS.putSubmission(backend)).toEqual({ ok: false, problem: refused });
  });

  it('has no room itself: that is not the room on the device', async () => {
    const full = { code: 'storage-full', name: 'storage-full', message: '', status: 507, retryable: true };
    const backend = guardBackend(
      always(() => fail(full)),
      { clock: manualClock(), log: silentLog },
    );
    expect(await CALLS.putSubmission(backend)).toMatchObject({ problem: { code: 'receiver-full' } });
  });

  it.each((Object.keys(CALLS) as Guarded[]).filter((name) => name !== 'uploadPiece'))(
    'never answers %s: after fifteen seconds that is no answer, and the object is told to stop',
    async (name) => {
      const clock = manualClock();
      const { log, lines } = aConsole();
      const signals: AbortSignal[] = [];
      const silent = new Proxy({} as Backend, {
        get:
          () =>
          (...given: unknown[]) => {
            signals.push((given.at(-1) as { signal: AbortSignal }).signal); // the call comes last
            return never;
          },
      });
      const answer = CALLS[name](guardBackend(silent, { clock, log }));
      await Promise.resolve();
      clock.pass(15_000);
      expect(await answer).toMatchObject({ ok: false, problem: { code: 'timed-out', retryable: true } });
      expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
      expect(lines).toHaveLength(1);
    },
  );

  it('is not waited for by a page that goes', async () => {
    const stop = new AbortController();
    const backend = guardBackend(
      always(() => never),
      { clock: manualClock(), log: silentLog },
    );
    const answer = backend.uploadPiece(
      { id: anId(1), offset: 0, bytes: new ArrayBuffer(1), checksum: '' },
      { ...call, signal: stop.signal },
    );
    stop.abort();
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'stopped' } });
  });

  it('keeps its own `this`', async () => {
    class Bridge {
      readonly offset = 7;
      async uploadOffset() {
        return succeed(this.offset);
      }
    }
    const backend = guardBackend(new Bridge() as never, { clock: manualClock(), log: silentLog });
    expect(await backend.uploadOffset(anId(1), call)).toEqual({ ok: true, value: 7 });
  });

  it('that could never erase a key gives none', () => {
    const { removeDeviceKey: _left, ...backend } = createFakeBackend();
    expect(guardBackend(backend, { clock: manualClock(), log: silentLog })).not.toHaveProperty('deviceKey');
  });
});

describe('a question for a backend object that answers wrong', () => {
  it.each<readonly [string, () => unknown]>([
    ...BROKEN,
    ['a receipt without a number', () => succeed({ id: anId(1) })],
    ['a promise that never settles', () => never],
  ])('waits while it gives %s, and arrives once when it answers right', async (_, act) => {
    const desk = await aDesk();
    let isRight = false;
    let wasAsked = (): void => undefined;
    const asked = new Promise<void>((resolve) => (wasAsked = resolve));
    const host = new Proxy(desk.backend, {
      get: (target, name: Guarded) => {
        const method = target[name] as (...given: unknown[]) => unknown;
        return (...given: unknown[]) => {
          wasAsked();
          return isRight ? method(...given) : act();
        };
      },
    });
    const outbox = desk.tab({ backend: guardBackend(host, { clock: desk.clock, log: silentLog }) });
    await outbox.submit(desk.submission('Komt dit aan?'));
    const tried = outbox.flush();
    await asked;
    desk.clock.pass(15_000);
    await tried;
    expect(outbox.items.value).toMatchObject([{ state: 'backoff' }]);
    expect(desk.backend.received).toHaveLength(0);
    isRight = true;
    await desk.settle(outbox);
    expect(outbox.items.value).toMatchObject([{ state: 'done' }]);
    expect(desk.backend.received).toHaveLength(1);
  });

  it('is not called received by a receipt for other bytes, and the developer reads why', async () => {
    const desk = await aDesk();
    const { log, lines } = aConsole();
    const person = await createTestPerson(desk.token);
    const lying: Backend = {
      ...desk.backend,
      putSubmission: async (item, given) => {
        const answer = await desk.backend.putSubmission(item, given);
        return answer.ok ? succeed({ ...answer.value, digest: 'sha-256=:AAAA:' }) : answer;
      },
    };
    const outbox = desk.tab({ backend: guardBackend(lying, { clock: desk.clock, log }) });
    await outbox.submit(desk.submission('Voor andere bytes.'));
    await outbox.flush();
    expect(outbox.items.value).toMatchObject([{ state: 'backoff', problem: 'receipt-differs' }]);
    expect(lines).toEqual([expect.stringContaining('another `id` or `digest`')]);
    expect(person.owner).toBe(desk.owner);
  });
});
