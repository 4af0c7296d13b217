import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { createDiskBlobs } from '../../../demo/receiver/adapters/diskBlobs';
import { openInMemory } from '../../../demo/receiver/adapters/pglite/openPglite';
import { createReceiver } from '../../../demo/receiver/app';
import { ownerOf } from '../../../demo/receiver/auth';
import type { BlobStore, Issuer, Ports, ReceiverLog, Settings } from '../../../demo/receiver/ports';
import { createStore } from '../../../demo/receiver/store/store';
import type { Database } from '../../../demo/receiver/store/database';
import { answersFit } from './answersFit';

/** Somebody with a token. */
export interface Caller {
  readonly owner: string;
  readonly token: string;
}

/** What a test changes about a token. */
export interface TokenChange {
  readonly claims?: JWTPayload;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: 'wrong';
}

/** A receiver in this process, on a database in memory and blobs in a temporary folder. */
export interface ReceiverUnderTest {
  readonly app: FastifyInstance;
  readonly ports: Ports;
  readonly blobs: BlobStore;
  /** What the log was told, one text per line. */
  readonly logged: readonly string[];
  readonly time: { now: number };
  asker(sub?: string, change?: TokenChange): Promise<Caller>;
  agent(change?: TokenChange): Promise<string>;
  /** Sends a request and proves that the answer is one that `openapi.json` describes. */
  send(request: InjectOptions): Promise<LightMyRequestResponse>;
  put(path: string, by: { readonly token: string }, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  get(path: string, by: { readonly token: string }): Promise<LightMyRequestResponse>;
  /** Runs a statement behind the receiver's back. */
  behind(statement: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

const ISS = 'https://voorbeeldzorg.example';
const AUDIENCE = 'cliendo-support';
/** 12 March 2024, 10:00 in the Netherlands. */
const START = Date.UTC(2024, 2, 12, 9);

/** The digest header of a body. */
export const digestHeader = (body: string | Uint8Array): string => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** Starts a receiver for one test file. */
export async function startReceiver(change: Partial<Settings> & { readonly submissionsPerHour?: number } = {}): Promise<ReceiverUnderTest> {
  const opened = await openInMemory();
  const folder = await mkdtemp(join(tmpdir(), 'receiver-'));
  const keys = { asker: await newKey('voorbeeldzorg-1'), agent: await newKey('inbox-1'), other: await newKey('elders-1'), stranger: await newKey('voorbeeldzorg-1') };
  const time = { now: START };
  const logged: string[] = [];
  const log: ReceiverLog = { answered: (line) => logged.push(JSON.stringify(line)), failed: (line) => logged.push(JSON.stringify(line)) };
  const clock = { now: () => time.now };
  const blobs = createDiskBlobs(join(folder, 'blobs'));
  const { submissionsPerHour = 1000, ...settings } = change;
  const ports: Ports = {
    store: createStore({ database: opened.database, clock, submissionsPerHour }),
    blobs,
    spoolFolder: join(folder, 'incoming'),
    clock,
    log,
    settings: {
      audience: AUDIENCE,
      askerIssuers: [
        { iss: ISS, ...keys.asker.issuer, organisation: { id: 'voorbeeldzorg', name: 'Voorbeeldzorg', contactPerson: { sub: 'p-ingrid', name: 'Ingrid Visser' } } },
        { iss: ISS, ...keys.other.issuer, organisation: { id: 'elders', name: 'Zorg Elders' } },
      ],
      agentIssuers: [{ iss: 'https://inbox.example', ...keys.agent.issuer }],
      origins: ['https://host.example'],
      contentOrigin: '',
      ...settings,
    },
  };
  const app = createReceiver(ports);
  const sign = signer(time, keys);
  const send = answersFit(app);
  return {
    app,
    ports,
    blobs,
    logged,
    time,
    asker: async (sub = 'p-sanne', tokenChange = {}) => {
      const org = String(tokenChange.claims?.['org'] ?? 'voorbeeldzorg');
      return { owner: ownerOf(ISS, org, sub), token: await sign('asker', { sub, ...tokenChange.claims }, tokenChange) };
    },
    agent: (tokenChange = {}) => sign('agent', { ...tokenChange.claims }, tokenChange),
    send,
    put: (path, { token }, body, headers = {}) => {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      return send({ method: 'PUT', url: path, payload, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-digest': digestHeader(payload), ...headers } });
    },
    get: (path, { token }) => send({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}` } }),
    behind: (statement) => rowsOf(opened.database, statement),
    async close() {
      await app.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Key {
  readonly issuer: Omit<Issuer, 'iss' | 'organisation'>;
  readonly privateKey: CryptoKey;
}

async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { issuer: { kid, algorithm: 'EdDSA', publicKey: { ...(await exportJWK(publicKey)) } }, privateKey };
}

function signer(time: { readonly now: number }, keys: Readonly<Record<'asker' | 'agent' | 'other' | 'stranger', Key>>) {
  return async (kind: 'asker' | 'agent', claims: JWTPayload, change: TokenChange): Promise<string> => {
    const iat = Math.floor(time.now / 1000);
    const key = change.key === 'wrong' ? keys.stranger : claims['org'] === 'elders' ? keys.other : keys[kind];
    const base = kind === 'asker' ? { iss: ISS, aud: AUDIENCE, org: 'voorbeeldzorg', name: 'Sanne de Wit' } : { iss: 'https://inbox.example', aud: 'agent', sub: 'a-noor', name: 'Noor', amr: ['pwd', 'otp'] };
    const all = { ...base, iat, nbf: iat, exp: iat + 600, jti: 'one', ...claims };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const typ = kind === 'asker' ? 'cliendo-support+jwt' : 'cliendo-support-agent+jwt';
    return new SignJWT(given).setProtectedHeader({ alg: 'EdDSA', typ, kid: key.issuer.kid, ...change.header }).sign(key.privateKey, { crit: { x: true } });
  };
}

async function rowsOf(database: Database, statement: string): Promise<readonly Record<string, unknown>[]> {
  const result: unknown = await database.execute(sql.raw(statement));
  return (result as { readonly rows: readonly Record<string, unknown>[] }).rows; // what PGlite gives
}
