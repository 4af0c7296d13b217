import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppModel } from '../../../src/app/app.model';
import { createDraftStore } from '../../../src/app/panel/draftStore';
import type { PanelParts } from '../../../src/app/panel/lazyParts';
import { ShellModel } from '../../../src/app/panel/shell.model';
import type { OwnerSpace } from '../../../src/app/owner';
import { decodeOptions } from '../../../src/api/decodeOptions';
import { TrailModel } from '../../../src/host';
import { EMPTY_BUNDLE } from '../../../src/questions/bundle';
import {
  createChunkStore,
  createMemoryDatabase,
  type OwnerDatabase,
  type Stored,
  type StoreName,
} from '../../../src/storage';
import { anAttachment, anId, idsFrom, manualClock } from '../../support/builders';
import { settle } from '../../support/questions';

/** One tab: whoever wants the turn has it. */
const locks = { request: (_name: string, work: () => Promise<unknown>) => work() };
beforeEach(() => vi.stubGlobal('navigator', { locks }));
afterEach(() => vi.unstubAllGlobals());

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

/** A database whose disk has no room for one of its stores. */
const fullDatabase = (full: StoreName): OwnerDatabase => {
  const database = createMemoryDatabase();
  const refuse: Stored<never> = Promise.resolve({ ok: false, problem: { code: 'storage-full', message: 'Full.' } });
  return {
    ...database,
    store: (name) => (name === full ? { ...database.store(name), setMany: () => refuse } : database.store(name)),
  };
};

const bytes = (length: number): ArrayBuffer => new ArrayBuffer(length);
const textsOf = ({ questions }: { readonly questions: readonly { readonly text: string }[] }): readonly string[] =>
  questions.map(({ text }) => text);

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
  await settle();
  const loaded = await createDraftStore({ space: sanne, clock, ttlHours: 72 }).load();
  expect(loaded.ok && loaded.value?.questions.map(({ text }) => text)).toEqual(['Ik typ nog en nog.']);
});

test('a form without words stays on the screen with what was chosen, at every moment of becoming known who asks', async () => {
  const { shell, space } = aShell();
  const { questions } = shell.workspace.peek();
  questions.begin();
  questions.answer({ kind: 'wish', client: { scope: 'all' } });
  const seen: unknown[] = [];
  const stop = shell.workspace.subscribe((now) => seen.push(now.questions.draft.peek()?.kind));
  space.value = spaceOf('sanne', createMemoryDatabase());
  await settle();
  stop();
  expect(seen).toEqual(['wish', 'wish']);
  const now = shell.workspace.peek();
  expect(now.ownerSpace().owner).toBe('sanne');
  expect(now.questions.draft.peek()).toMatchObject({ kind: 'wish', client: { scope: 'all' } });
});

test('a picture that is added while it becomes known who asks goes along with its bytes', async () => {
  const { shell, space } = aShell();
  const { questions } = shell.workspace.peek();
  const nobody = space.peek();
  questions.begin();
  questions.answer({ text: 'Met een foto.' });
  const { database, release } = slowDatabase();
  space.value = spaceOf('sanne', database);
  await settle(); // the words are on their way
  const photo = anAttachment(7);
  await nobody.chunks.put(photo.id, bytes(10));
  questions.attach(photo);
  release();
  await settle();
  const { attachments } = shell.workspace.peek().questions.bundle.peek();
  expect(attachments.map(({ id }) => id)).toEqual([photo.id]);
  const found = await space.peek().chunks.get(photo.id);
  expect(found.ok && found.value?.byteLength).toBe(10);
});

test('words stay on the screen when the device has no room for them, and nothing stays behind with nobody', async () => {
  const { shell, space } = aShell();
  const nobody = space.peek();
  const { questions } = shell.workspace.peek();
  questions.begin();
  questions.answer({ text: 'Past er niet meer bij.' });
  await questions.flush();
  space.value = spaceOf('sanne', fullDatabase('drafts'));
  await settle();
  const now = shell.workspace.peek();
  expect(now.ownerSpace().owner).toBe('sanne');
  expect(textsOf(now.questions.bundle.peek())).toEqual(['Past er niet meer bij.']);
  expect(now.questions.saving.peek()).toEqual({ state: 'failed', code: 'storage-full' });
  const left = await nobody.database.store('drafts').entries('');
  expect(left.ok && left.value).toEqual([]);
});

test('a picture that the device of the person has no room for does not go along; the words do', async () => {
  const { shell, space } = aShell();
  const nobody = space.peek();
  const { questions } = shell.workspace.peek();
  questions.begin();
  questions.answer({ text: 'Met een te grote foto.' });
  const photo = anAttachment(7);
  await nobody.chunks.put(photo.id, bytes(10));
  questions.attach(photo);
  space.value = spaceOf('sanne', fullDatabase('chunks'));
  await settle();
  const { bundle } = shell.workspace.peek().questions;
  expect(textsOf(bundle.peek())).toEqual(['Met een te grote foto.']);
  expect(bundle.peek().attachments).toEqual([]);
  expect(bundle.peek().questions.flatMap(({ attachments }) => attachments)).toEqual([]);
});

test('the words of before go on in the form, also when the person had left others unfinished', async () => {
  const { shell, space, clock } = aShell();
  const database = createMemoryDatabase();
  const sanne = spaceOf('sanne', database);
  space.value = sanne;
  await settle();
  const { questions } = shell.workspace.peek();
  questions.begin();
  questions.answer({ text: 'Van gisteren.' });
  await questions.flush();
  space.value = spaceOf('', createMemoryDatabase());
  await settle();
  clock.pass(86_400_000);
  const { questions: typed } = shell.workspace.peek();
  typed.begin();
  typed.answer({ text: 'Van vandaag.' });
  space.value = spaceOf('sanne', database);
  await settle();
  const now = shell.workspace.peek().questions;
  expect(now.draft.peek()?.text).toBe('Van vandaag.');
  expect(now.kept.peek().map(({ text }) => text)).toEqual(['Van gisteren.']);
});

test('what is typed in the first field while it becomes known who asks stays in it, also for who has questions here already', async () => {
  const { shell, space, clock } = aShell();
  const { database, release } = slowDatabase();
  const sanne = spaceOf('sanne', database);
  const earlier = { ...EMPTY_BUNDLE, gone: [{ id: anId(7), at: 1 }], revision: 'earlier' };
  await createDraftStore({ space: sanne, clock, ttlHours: 72 }).save(earlier);
  const { questions } = shell.workspace.peek();
  space.value = sanne;
  await settle();
  questions.type('Dit typ ik net nu.');
  release();
  await settle();
  await settle();
  expect(shell.workspace.peek().ownerSpace().owner).toBe('sanne');
  expect(shell.workspace.peek().questions.bundle.peek().asking).toBe('Dit typ ik net nu.');
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
