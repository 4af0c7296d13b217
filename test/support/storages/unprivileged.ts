/** Servers of the tests run as nobody in particular: PostgreSQL refuses to be root, and the others need no more. */
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;
const idOf = (kind: '-u' | '-g'): number => Number(execFileSync('id', [kind, 'nobody']));
const asNobody = (): SpawnOptions => (isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {});

/** A new folder that the servers of the tests may write to. */
export function serverFolder(name: string, parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, `${name}-`));
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  return folder;
}

/** Starts a program without privileges. */
export const startServer = (command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess =>
  spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...asNobody(), ...options });

/** Runs a program without privileges to its end. */
export function runAsNobody(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...asNobody() });
}

/** Ends a server. */
export async function endServer(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Ends a server and removes its folder. */
export async function stopServer(child: ChildProcess, folder: string, signal: NodeJS.Signals): Promise<void> {
  await endServer(child, signal);
  await rm(folder, { recursive: true, force: true });
}

/** A port of this machine that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on a port
  server.close();
  await once(server, 'close');
  return port;
}
