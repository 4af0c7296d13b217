import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createReceiver } from '../../../demo/receiver/app';
import type { AnswerMail } from '../../../demo/receiver/callers';
import type { BlobStore, Ports, ReceiverLog } from '../../../demo/receiver/ports';
import type { Quotas } from '../../../demo/receiver/store/context';
import { createStore } from '../../../demo/receiver/store/store';
import type { Database } from '../../../demo/receiver/store/database';
import { answersFit } from './answersFit';
import { openStorages, type StoragesUnderTest } from './storagesUnderTest';
import { createTestTokens, type TestTokens } from './testTokens';

export type { Caller } from './testTokens';

/** A receiver in this process, on new storages: a database in memory and a temporary folder, or what the project of the run says. */
export interface ReceiverUnderTest extends Pick<TestTokens, 'asker' | 'agent' | 'reviewer'> {
  readonly app: FastifyInstance;
  readonly ports: Ports;
  readonly blobs: BlobStore;
  /** For whoever is allowed everything. */
  readonly database: Database;
  /** As the receiver has it. */
  readonly guarded: Database;
  /** To start another receiver that believes the same issuers. */
  readonly tokens: TestTokens;
  /** To start another receiver that works beside it. */
  readonly storages: StoragesUnderTest;
  /** What the log was told, one text per line. */
  readonly logged: readonly string[];
  readonly time: { now: number };
  /** Sends a request and proves that the answer is one that `openapi.json` describes. */
  send(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Puts JSON, or a text as it is, with its digest. */
  put(path: string, by: { readonly token: string }, body: unknown): Promise<LightMyRequestResponse>;
  get(path: string, by: { readonly token: string }): Promise<LightMyRequestResponse>;
  /** Runs a statement behind the receiver's back. */
  behind(statement: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** 12 March 2024, 10:00 in the Netherlands. */
const START = Date.UTC(2024, 2, 12, 9);

/** The digest header of a body. */
export const digestHeader = (body: string | Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** What a test wants to be otherwise. */
export interface Starting {
  readonly submissionsPerHour?: number;
  readonly messagesPerHour?: number;
  readonly repliesPerHour?: number;
  readonly quotas?: Quotas;
  readonly contentOrigin?: string;
  /** How much room the disk of the database has left. Default: enough. */
  readonly freeBytes?: () => number;
  readonly answerMails?: ReadonlyMap<string, AnswerMail>;
  /** Of another receiver, whose issuers this one believes too. */
  readonly tokens?: TestTokens;
  /** Of another receiver, beside which this one works. That one closes last. */
  readonly storages?: StoragesUnderTest;
  /** Another store of bytes than the one of the run. */
  readonly blobs?: BlobStore;
}

/** Starts a receiver for one test file. */
export async function startReceiver({
  submissionsPerHour = 1000,
  tokens: believed,
  storages: shared,
  contentOrigin = '',
  blobs,
  ...rest
}: Starting = {}): Promise<ReceiverUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'receiver-'));
  const storages = await (shared?.again?.() ?? openStorages(folder));
  const { database, signal } = storages.opened;
  const time = { now: START };
  const clock = { now: () => time.now };
  const tokens = believed ?? (await createTestTokens(time));
  const logged: string[] = [];
  const ports: Ports = {
    store: createStore({ database, ...(signal && { signal }), clock, submissionsPerHour, ...rest }),
    blobs: blobs ?? storages.blobs,
    spoolFolder: join(folder, 'incoming'),
    clock,
    log: keptIn(logged),
    settings: { ...tokens.settings, contentOrigin },
  };
  const app = createReceiver(ports);
  const send = answersFit(app);
  return {
    app,
    ports,
    blobs: ports.blobs,
    database: storages.behind,
    guarded: database,
    tokens,
    storages,
    logged,
    time,
    asker: tokens.asker,
    agent: tokens.agent,
    reviewer: tokens.reviewer,
    send,
    put: (path, by, body) => send(putRequest(path, by.token, body)),
    get: (path, { token }) => send({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}` } }),
    behind: (statement) => rowsOf(storages.behind, statement),
    async close() {
      await app.close();
      await storages.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A PUT with the digest of its body. */
export function putRequest(
  url: string,
  token: string,
  body: unknown,
): InjectOptions & { payload: string; headers: Record<string, string> } {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-digest': digestHeader(payload),
  };
  return { method: 'PUT', url, payload, headers };
}

const keptIn = (logged: string[]): ReceiverLog => ({
  answered: (line) => logged.push(JSON.stringify(line)),
  failed: (line) => logged.push(JSON.stringify(line)),
  looked: (line) => logged.push(JSON.stringify(line)),
  told: (line) => logged.push(JSON.stringify(line)),
});

async function rowsOf(database: Database, statement: string): Promise<readonly Record<string, unknown>[]> {
  const result: unknown = await database.execute(sql.raw(statement));
  return (result as { readonly rows: readonly Record<string, unknown>[] }).rows; // both drivers give this
}
