/** A real PostgreSQL for the tests: Debian's, on new data and a free port of this machine. It syncs to the disk as in production. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresFolder } from '../../../config/storages.mjs';
import { endServer, freePort, runAsNobody, serverFolder, startServer } from './unprivileged';

/** A server on data of its own. */
export interface PostgresServer {
  /** Of its superuser. */
  readonly adminUrl: string;
  readonly pid: number | undefined;
  /** Ends it and keeps the data: `SIGINT` breaks off every connection and closes well, `SIGQUIT` leaves everything as a crash does. */
  end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /** Starts it again, on the same data and the same port. */
  start(): Promise<void>;
  /** Ends it and removes the data. */
  stop(): Promise<void>;
}

/** The user that owns the databases of the receivers. */
const USER = 'support';
const LOOK_EVERY_MS = 100;

/** Starts a server on new data below `parent`. Throws when there is no PostgreSQL here. */
export async function startPostgres(parent?: string): Promise<PostgresServer> {
  const programs = postgresFolder();
  if (programs === undefined) throw new Error('There is no PostgreSQL here: apt-get install postgresql.');
  const folder = serverFolder('postgres', parent);
  const cluster = join(folder, 'data');
  runAsNobody(join(programs, 'initdb'), [
    '-D',
    cluster,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, max_connections: 200 };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = async (): Promise<ChildProcess> => {
    const started = startServer(join(programs, 'postgres'), ['-D', cluster, ...words]);
    const said: string[] = [];
    started.stderr?.on('data', (text: unknown) => said.push(String(text)));
    const ended = once(started, 'exit').then(() => {
      throw new Error(`PostgreSQL did not start: ${said.join('')}`);
    });
    await Promise.race([ended, answering(adminUrl)]);
    ended.catch(() => undefined); // from now on it ends when we say so
    return started;
  };
  let child = await start();
  await asAdmin(adminUrl, `create role ${USER} login`);
  return {
    adminUrl,
    get pid() {
      return child.pid;
    },
    end: (signal) => endServer(child, signal),
    async start() {
      child = await start();
    },
    async stop() {
      await endServer(child, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database that the receiver's user owns; gives the addresses for it and for a superuser. */
export async function newDatabase(adminUrl: string): Promise<{ readonly url: string; readonly adminUrl: string }> {
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `create database ${name} owner ${USER}`);
  const own = new URL(adminUrl);
  own.pathname = name;
  const admin = own.href;
  own.username = USER;
  return { url: own.href, adminUrl: admin };
}

/** Runs one statement as superuser. */
export async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function answering(url: string): Promise<void> {
  for (;;)
    try {
      return await asAdmin(url, 'select 1');
    } catch {
      await pause(LOOK_EVERY_MS); // it is still starting
    }
}
