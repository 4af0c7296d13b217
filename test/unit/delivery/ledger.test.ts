import { expect, test } from 'vitest';
import { createLedger } from '../../../src/delivery/browser/ledger';
import { createOutboxStore, type OutboxStore } from '../../../src/delivery/browser/outboxStore';
import { seal } from '../../../src/delivery/browser/sealItem';
import { OutboxModel } from '../../../src/delivery/outbox.model';
import { silentLog } from '../../../src/foundation/log';
import { createMemoryDatabase } from '../../../src/storage';
import { aRow } from './rows';

const { body, digest } = await seal({ text: 'Vraag' });
const row = aRow({ digest });
const receipt = { reference: '26-1' };
const completed = { kind: 'completed', receipt, at: 1 } as const;
const aStore = (): OutboxStore => createOutboxStore(createMemoryDatabase(), row.owner);
const aPage = (store: OutboxStore) => createLedger({ store, model: new OutboxModel(), log: silentLog, now: () => 0 });

test('an item that is being sent while the store is read can still be received', async () => {
  const ledger = aPage(aStore());
  await ledger.add(row, body);
  await ledger.apply(row.id, { kind: 'beginText' });
  await ledger.load();
  await ledger.apply(row.id, completed);
  expect(ledger.rows()).toMatchObject([{ state: 'done', receipt }]);
});

test('an item that is received while the store is read stays received', async () => {
  const store = aStore();
  const ledger = aPage({
    ...store,
    async rows() {
      const read = await store.rows();
      await ledger.apply(row.id, completed);
      return read;
    },
  });
  await ledger.add(row, body);
  await ledger.apply(row.id, { kind: 'beginText' });
  await ledger.load();
  expect(ledger.rows()).toMatchObject([{ state: 'done', receipt }]);
});

test('what another tab did is taken over when the store is read', async () => {
  const store = aStore();
  const [mine, other] = [aPage(store), aPage(store)];
  await mine.add(row, body);
  await other.load();
  await other.apply(row.id, { kind: 'beginText' });
  await other.apply(row.id, completed);
  expect(mine.rows()).toMatchObject([{ state: 'ready' }]);
  await mine.load();
  expect(mine.rows()).toMatchObject([{ state: 'done', receipt }]);
});

test('what happens to an item while it is stored once more is stored as well', async () => {
  const store = aStore();
  let isFull = true;
  const ledger = aPage({
    ...store,
    async put(...given) {
      if (isFull) return { ok: false, problem: { code: 'storage-full', message: 'Full.' } };
      const stored = await store.put(...given);
      await ledger.apply(row.id, { kind: 'beginText' });
      await ledger.apply(row.id, { kind: 'interrupted', problem: 'no-answer', until: 5 });
      return stored;
    },
  });
  await ledger.add(row, body);
  isFull = false;
  await ledger.load();
  expect(ledger.rows()).toMatchObject([{ state: 'backoff', until: 5 }]);
  await ledger.load();
  const stored = await store.rows();
  expect(stored.ok && stored.value).toMatchObject([{ state: 'backoff', until: 5 }]);
});
