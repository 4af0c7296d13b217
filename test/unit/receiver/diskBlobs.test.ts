import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDiskBlobs } from '../../../demo/receiver/adapters/diskBlobs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-blobs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const incoming = async (name: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, name);
  return file;
};

/** Something that waits until it is opened. */
function aGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

test('a second file in a folder that somebody has just made waits for nobody, and makes the names on the way durable itself', async () => {
  const root = join(folder, 'blobs');
  const [synced, gate] = [new Array<string>(), aGate()];
  let holding = true;
  const blobs = createDiskBlobs(root, async (path) => {
    if (holding && path === join(root, 'org')) {
      holding = false; // the first who comes here is a long time about it
      return gate.opened;
    }
    synced.push(path.slice(folder.length));
  });

  const first = blobs.put('org/2024/one', await incoming('one'));
  while (holding) await new Promise(setImmediate);
  const before = synced.length;
  await blobs.put('org/2024/two', await incoming('two'));
  expect(synced.slice(before)).toEqual(['/blobs/org', '/blobs', '/two', '/blobs/org/2024']);

  gate.open();
  await first;
  expect(synced.slice(0, 1)).toEqual(['']); // the name of the folder of everything, before anything else
});

test('two first files at once make the folder of everything once, and both wait for its name', async () => {
  const [synced, gate] = [new Array<string>(), aGate()];
  const blobs = createDiskBlobs(join(folder, 'a', 'blobs'), async (path) => {
    if (path === folder) await gate.opened;
    synced.push(path.slice(folder.length));
  });
  const both = Promise.all([blobs.put('one', await incoming('one')), blobs.put('two', await incoming('two'))]);
  while (!synced.includes('/a')) await new Promise(setImmediate);
  expect(synced).toEqual(['/a']);
  gate.open();
  await both;
  expect(synced.filter((path) => path === '')).toHaveLength(1);
});
