/** A real S3 API for the tests: OpenStack Swift's `s3api`, from Debian's python3-swift. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { hasSwift } from '../../../config/storages.mjs';
import { freePort, serverFolder, startServer, stopServer } from './unprivileged';

/** Keys of the one user that the server knows. */
export const SWIFT_KEYS = { AWS_ACCESS_KEY_ID: 'test:tester', AWS_SECRET_ACCESS_KEY: 'testing' };

/** A running server. */
export interface SwiftServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts a server. Throws when there is no Swift here. */
export async function startSwift(): Promise<SwiftServer> {
  if (!hasSwift()) throw new Error('There is no OpenStack Swift here: apt-get install python3-swift.');
  const folder = serverFolder('swift');
  const port = await freePort();
  const program = readFileSync(resolve('test/support/storages/swift.py'), 'utf8'); // as text: nobody may not be let into this folder
  const child = startServer('/usr/bin/python3', ['-c', program, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr?.on('data', (text: unknown) => said.push(String(text)));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`Swift did not start: ${said.join('')}`);
  });
  await Promise.race([ended, once(child.stdout ?? child, 'data')]);
  ended.catch(() => undefined); // from now on it ends when we say so
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => stopServer(child, folder, 'SIGTERM') };
}

/** Makes an empty bucket; gives the address as `BLOB_STORE` takes it. */
export async function newBucket(endpoint: string): Promise<string> {
  const name = `b-${crypto.randomUUID()}`;
  const client = new AwsClient({
    accessKeyId: SWIFT_KEYS.AWS_ACCESS_KEY_ID,
    secretAccessKey: SWIFT_KEYS.AWS_SECRET_ACCESS_KEY,
    region: 'us-east-1',
    service: 's3',
  });
  const { status } = await client.fetch(`${endpoint}/${name}`, { method: 'PUT' });
  if (status !== 200) throw new Error(`Swift made no bucket: ${status}`);
  return `s3://${name}?endpoint=${encodeURIComponent(endpoint)}`;
}
