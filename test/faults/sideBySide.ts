/** Receivers side by side on one PostgreSQL and one store of bytes, behind a balancer; one after the other is killed while many clients upload. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SubmissionView } from '../../src/protocol';
import { sha256 } from '../contract/receiver/wire';
import { startBalancer, type Balancer } from '../support/balancer';
import { freePort } from '../support/storages/unprivileged';
import { ownerOf, PERSON } from './person';
import { sendToTheEnd, type Sent } from './persistentClient';
import { copiesOf, viewsSince, type Asking } from './readBack';
import { createReceiverProcess, type ReceiverProcess } from './receiverProcess';

/** How much of it. */
export interface SideBySideOptions {
  /** The built receiver. */
  readonly program: string;
  readonly receivers: number;
  readonly clients: number;
  readonly kills: number;
  /** Addresses of the storages that the receivers share, as the receiver reads them. */
  readonly env: Readonly<Record<string, string>>;
  /** A balancer that must be told fixed ports. Default: a small one of our own. */
  readonly startBalancer?: (ports: readonly number[]) => Promise<Balancer>;
}

/** What came of it. */
export interface SideBySideReport {
  readonly acknowledged: number;
  readonly kills: number;
  readonly repeats: number;
  readonly seconds: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly corrupt: readonly string[];
}

/** So many receipts between two kills: each life must be killed in the middle of something. */
const RECEIPTS_PER_LIFE = 10;
const LOOK_EVERY_MS = 20;
/** A check that a kill cut off is done again by a minute's work of any receiver. */
const FINISHED_WITHIN_MS = 100_000;

/** At every start another one: nobody can take it while a receiver is down. */
const anyPort = (): Promise<number> => Promise.resolve(0);

/** Runs it, and reads back through a receiver what there is in the end. */
export async function sideBySide(options: SideBySideOptions): Promise<SideBySideReport> {
  const startedAt = performance.now();
  const shared = await mkdtemp(join(tmpdir(), 'support-shared-'));
  const env = { KEYS_DIR: join(shared, 'keys'), BLOB_STORE: `disk:${join(shared, 'blobs')}`, ...options.env };
  const ports = await Promise.all(
    Array.from({ length: options.receivers }, options.startBalancer ? freePort : anyPort),
  );
  const receivers = await Promise.all(
    ports.map((port) => createReceiverProcess(options.program, { ...env, PORT: String(port) })),
  );
  const balancer = options.startBalancer
    ? await options.startBalancer(ports)
    : await startBalancer(() => receivers.flatMap(({ url }) => url ?? []));
  try {
    for (const receiver of receivers) await receiver.start();
    const [first] = receivers;
    if (first === undefined) throw new Error('At least one receiver is needed.');
    const owner = await ownerOf(first);
    const token = (): Promise<string> => first.token(PERSON);
    const progress = { receipts: 0, isOver: false };
    const sending = { url: balancer.url, owner, token };
    const clients = Array.from({ length: options.clients }, (_, index) => keepSending(sending, index, progress));
    await killInTurn(receivers, options.kills, progress);
    progress.isOver = true;
    const sent = (await Promise.all(clients)).flat();
    const found = await readAll({ url: balancer.url, token }, sent);
    return {
      acknowledged: sent.length,
      kills: receivers.reduce((sum, { kills }) => sum + kills, 0),
      repeats: sent.reduce((sum, { repeats }) => sum + repeats, 0),
      seconds: Math.round((performance.now() - startedAt) / 1000),
      ...found,
    };
  } finally {
    await balancer.close();
    await Promise.all(receivers.map((receiver) => receiver.remove()));
    await rm(shared, { recursive: true, force: true });
  }
}

/** How far clients are together. */
export interface Progress {
  receipts: number;
  isOver: boolean;
}

/** One client sends one bundle after the other until the killing is over; at least one. */
export async function keepSending(
  sending: Parameters<typeof sendToTheEnd>[0],
  index: number,
  progress: Progress,
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  do
    sent.push(
      await sendToTheEnd(sending, `Vraag ${sent.length} van toestel ${index}.`, () => {
        progress.receipts += 1;
      }),
    );
  while (!progress.isOver);
  return sent;
}

async function killInTurn(receivers: readonly ReceiverProcess[], kills: number, progress: Progress): Promise<void> {
  for (let number = 0; number < kills; number += 1) {
    const enough = progress.receipts + RECEIPTS_PER_LIFE;
    while (progress.receipts < enough) await pause(LOOK_EVERY_MS);
    const receiver = receivers[number % receivers.length];
    await receiver?.kill();
    await receiver?.start();
  }
}

/** What is there: every bundle that was acknowledged, once, whole, under the number of its receipt. */
export async function readAll(
  asking: Asking,
  sent: readonly Sent[],
): Promise<Pick<SideBySideReport, 'lost' | 'doubled' | 'corrupt'>> {
  const views = await finishedViews(asking, sent);
  const byId = new Map(views.map((view) => [view.id, view]));
  const copies = copiesOf(views);
  const [lost, corrupt]: [string[], string[]] = [[], []];
  for (const one of sent) {
    const view = byId.get(one.id);
    if (view?.delivery !== 'complete') lost.push(one.text);
    else if (view.reference !== one.receipt.reference || (await pictureHash(asking, one)) !== one.pictureHash)
      corrupt.push(one.text);
  }
  const references = new Set(views.map(({ reference }) => reference));
  const doubled = [...copies].filter(([, count]) => count > 1).map(([text]) => text);
  return { lost, corrupt, doubled: references.size === views.length ? doubled : [...doubled, 'a number'] };
}

async function finishedViews(asking: Asking, sent: readonly Sent[]): Promise<readonly SubmissionView[]> {
  const ids = new Set(sent.map(({ id }) => id));
  const until = performance.now() + FINISHED_WITHIN_MS;
  for (;;) {
    const views = await viewsSince(asking, 0);
    const isDone = views.filter(({ id, delivery }) => ids.has(id) && delivery === 'complete').length === sent.length;
    if (isDone || performance.now() > until) return views;
    await pause(1000);
  }
}

async function pictureHash({ url, token }: Asking, { picture }: Sent): Promise<string> {
  const answer = await fetch(`${url}/v1/attachments/${picture}/content`, {
    headers: { authorization: `Bearer ${await token()}` },
  });
  return sha256(new Uint8Array(await answer.arrayBuffer()));
}
