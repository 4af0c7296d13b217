import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlobStore } from '../../../demo/receiver/ports';
import { openStorages, type StoragesUnderTest } from './storagesUnderTest';
import { aPng, sha256 } from './wire';

let folder: string;
let storages: StoragesUnderTest;
let blobs: BlobStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  storages = await openStorages(folder);
  ({ blobs } = storages);
});
afterAll(async () => {
  await storages.close();
  await rm(folder, { recursive: true, force: true });
});

async function put(key: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, 'incoming');
  await writeFile(file, bytes);
  await blobs.put(key, file);
}

test('gives back the very bytes, whole or a range', async () => {
  const bytes = aPng(300_000);
  await put('org/2024/03/one', bytes);
  expect(sha256(await buffer(await blobs.get('org/2024/03/one')))).toBe(sha256(bytes));
  const range = await buffer(await blobs.get('org/2024/03/one', { start: 1000, end: 1999 }));
  expect(sha256(range)).toBe(sha256(bytes.subarray(1000, 2000)));
  expect(await blobs.head('org/2024/03/one')).toBe(bytes.length);
});

test('takes the same key twice, as a repeat after a crash does', async () => {
  await put('org/again', aPng(2000));
  await put('org/again', aPng(2000));
  expect(await blobs.head('org/again')).toBe(2000);
});

test('has nothing where nothing was put, and forgets what is deleted, also twice', async () => {
  expect(await blobs.head('org/nothing')).toBeUndefined();
  await put('org/gone', aPng(1000));
  await blobs.delete('org/gone');
  await blobs.delete('org/gone');
  expect(await blobs.head('org/gone')).toBeUndefined();
});

test('lists what is below a prefix, and nothing beside it', async () => {
  await put('list/a/1', aPng(500));
  await put('list/b', aPng(500));
  await put('listed', aPng(500));
  expect(await blobs.list('list')).toEqual(['list/a/1', 'list/b']);
  expect(await blobs.list('empty')).toEqual([]);
});

test('refuses a key that leads out of its place', async () => {
  await expect(put('../out', aPng(500))).rejects.toThrow('A key of a blob holds');
});
