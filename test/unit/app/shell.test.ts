import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { AppModel } from '../../../src/app/app.model';
import { createDraftStore } from '../../../src/app/panel/draftStore';
import type { PanelParts } from '../../../src/app/panel/lazyParts';
import { ShellModel } from '../../../src/app/panel/shell.model';
import type { OwnerSpace } from '../../../src/app/owner';
import { decodeOptions } from '../../../src/api/decodeOptions';
import { TrailModel } from '../../../src/host';
import { createChunkStore, createMemoryDatabase, type OwnerDatabase } from '../../../src/storage';
import { idsFrom, manualClock } from '../../support/builders';
import { settle } from '../../support/questions';

const never = () => new Promise<never>(() => undefined);

const spaceOf = (owner: string, database: OwnerDatabase): OwnerSpace => ({
  owner,
  database,
  chunks: createChunkStore(database.store('chunks')),
  digests: never,
  device: never,
  outbox: never,
  end: () => undefined,
});

/** A database in which nothing but drafts answers as long as it is `stuck`. */
const slowDatabase = () => {
  const database = createMemoryDatabase();
  let release = (): void => undefined;
  const stuck = new Promise<void>((resolve) => (release = resolve));
  const store: OwnerDatabase['store'] = (name) => {
    const room = database.store(name);
    if (name !== 'drafts') return room;
    return {
      ...room,
      get: async (key) => {
        await stuck;
        return room.get(key);
      },
    };
  };
  return { database: { ...database, store }, release };
};

/** A shell on which nobody is signed in yet. */
const aShell = () => {
  const { settings } = decodeOptions({ backend: 'https://support.example.nl', auth: async () => '' });
  if (!settings) throw new Error('The options are fine.');
  const clock = manualClock();
  const app = new AppModel({ settings, visit: { path: '/', key: '' }, isOnline: true });
  const space = signal(spaceOf('', createMemoryDatabase()));
  const parts = {
    app,
    owners: { space },
    clock,
    newId: idsFrom(1),
    lazy: { review: never },
    connection: { session: never, reading: never },
  };
  const shell = new ShellModel(parts as unknown as PanelParts); // what a shell reads before anything is fetched
  return { shell, space, clock, app };
};

test('words typed while it becomes known who asks are kept for that person when the page is left', async () => {
  const { shell, space, clock } = aShell();
  const { questions } = shell.workspace.peek();
  questions.begin();
  questions.answer({ text: 'Ik typ nog' });
  const { database, release } = slowDatabase();
  const sanne = spaceOf('sanne', database);
  space.value = sanne;
  await settle();
  questions.answer({ text: 'Ik typ nog en nog.' });
  shell.leave();
  release();
  const loaded = await createDraftStore({ space: sanne, clock, ttlHours: 72 }).load();
  expect(loaded.ok && loaded.value?.questions.map(({ text }) => text)).toEqual(['Ik typ nog en nog.']);
});

test('words of one person are not put in the store of the next person when the page is left', async () => {
  const { shell, space, clock } = aShell();
  const sanne = spaceOf('sanne', createMemoryDatabase());
  space.value = sanne;
  await settle();
  const { questions } = shell.workspace.peek();
  questions.begin();
  questions.answer({ text: 'Van Sanne.' });
  const mehmet = spaceOf('mehmet', createMemoryDatabase());
  space.value = mehmet;
  shell.leave();
  await settle();
  const loaded = await createDraftStore({ space: mehmet, clock, ttlHours: 72 }).load();
  expect(loaded.ok && loaded.value).toBeUndefined();
});

test('who comes after somebody without a signing out sees nothing of what that person did; who was nobody yet keeps it', async () => {
  const { space, app } = aShell();
  const trail = new TrailModel();
  app.trail.value = trail;
  trail.note({ kind: 'navigation', at: 1, place: 'Dossier', route: '/clienten/:ref' }, 20);
  space.value = spaceOf('sanne', createMemoryDatabase());
  await settle();
  expect(trail.trail.peek().steps).toHaveLength(1);
  space.value = spaceOf('mehmet', createMemoryDatabase());
  await settle();
  expect(trail.trail.peek().steps).toEqual([]);
});
