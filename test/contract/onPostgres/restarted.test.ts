import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../../config/faults.mjs';
import { ownerOf, PERSON } from '../../faults/person';
import { createReceiverProcess, type ReceiverProcess } from '../../faults/receiverProcess';
import { keepSending, readAll } from '../../faults/sideBySide';
import { newDatabase, startPostgres, type PostgresServer } from '../../support/storages/postgres';

const PROGRAM = resolve('.build/killed/restarted.mjs');
const CLIENTS = 6;
const RECEIPTS = 8;
const LOOK_EVERY_MS = 50;

let postgres: PostgresServer;
let adminUrl: string;
let receiver: ReceiverProcess;

beforeAll(async () => {
  await bundle('demo/server/main.ts', PROGRAM);
  postgres = await startPostgres(); // of its own: the one of the project is everybody's
  const made = await newDatabase(postgres.adminUrl);
  ({ adminUrl } = made);
  receiver = await createReceiverProcess(PROGRAM, { DATABASE_URL: made.url });
  await receiver.start();
});
afterAll(async () => {
  await receiver.remove();
  await postgres.stop();
});

test(
  'PostgreSQL is restarted, and a process of it is killed, while clients send: the receiver says when to try again and goes on by itself, nothing is lost',
  { timeout: 300_000 },
  async () => {
    const { url = '', pid } = receiver;
    const token = (): Promise<string> => receiver.token(PERSON);
    const sending = { url, owner: await ownerOf(receiver), token };
    const progress = { receipts: 0, isOver: false };
    const clients = Array.from({ length: CLIENTS }, (_, index) => keepSending(sending, index, progress));
    const moreReceipts = async (): Promise<void> => {
      for (const enough = progress.receipts + RECEIPTS; progress.receipts < enough;) await pause(LOOK_EVERY_MS);
    };

    await moreReceipts();
    await postgres.end('SIGINT');
    const answer = await fetch(`${url}/v1/submissions`, { headers: { authorization: `Bearer ${await token()}` } });
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
      503,
      '5',
      'application/problem+json; charset=utf-8',
    ]);
    expect(await answer.json()).toMatchObject({
      type: 'urn:cliendo-support:problem:maintenance',
      retryable: true,
    });
    await postgres.start();
    await moreReceipts();
    process.kill(await oneOfItsProcesses(), 'SIGKILL'); // PostgreSQL then ends all the others and recovers
    await moreReceipts();

    progress.isOver = true;
    const sent = (await Promise.all(clients)).flat();
    expect(sent.length).toBeGreaterThanOrEqual(CLIENTS);
    expect(await readAll({ url, token }, sent)).toEqual({ lost: [], doubled: [], corrupt: [] });
    expect([receiver.pid, (await fetch(`${url}/healthz`)).status]).toEqual([pid, 200]);
  },
);

async function oneOfItsProcesses(): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'support-receiver' order by state_change desc limit 1",
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The receiver has no connection.');
    return row.pid;
  } finally {
    await client.end();
  }
}
