import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPictures } from '../../../../src/app/hints/pictures/createPictures';
import type { HintAsk } from '../../../../src/app/hints/sourceAsk';
import type { HintPicture } from '../../../../src/delivery';
import { createLifetime, type Lifetime } from '../../../../src/foundation/lifetime';
import { fail } from '../../../../src/foundation/result';
import type { OwnerDatabase } from '../../../../src/storage';
import { aHome, refusingDatabase, type HintHome } from '../../../support/hintHome';
import { settled } from '../../../support/hintsModel';

let home: HintHome;
let life: Lifetime;
beforeEach(async () => {
  home = await aHome();
  life = createLifetime();
});
afterEach(() => home.end());

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const keep = (text: string): Promise<string> => home.backend.keepHintAsset({ type: 'image/png', bytes: bytesOf(text) });
/** Stands for the browser: what the picture says is its address, and `kapot` is no picture. */
const decode = async ({ bytes }: HintPicture, until: Lifetime) => {
  const text = new TextDecoder().decode(bytes);
  if (text === 'kapot') throw new Error('This is no picture.');
  const url = `blob:${text.slice(0, 20)}`;
  until.add(() => void revoked.push(url));
  return { url, width: 2, height: 1 };
};
let revoked: string[] = [];
beforeEach(() => void (revoked = []));

interface Bringing {
  readonly ask?: HintAsk;
  readonly database?: Pick<OwnerDatabase, 'store'>;
}
const bring = (
  all: readonly string[],
  { ask = home.tab().ask, database = home.disk }: Bringing = {},
  first: string | undefined = all[0],
) =>
  createPictures({ ask, space: { database } as never, clock: home.clock, decode }) // as much of a space as pictures need
    .bring({ all, first }, life);
const askedFor = (): number => home.asked.filter((name) => name === 'hintAsset').length;

test('a picture comes from the receiver once; then the device has it, also without a network', async () => {
  const asset = await keep('plan');
  expect((await bring([asset]))(asset)).toEqual({ url: 'blob:plan', width: 2, height: 1 });
  home.isAway = true;
  expect((await bring([asset]))(asset)?.url).toBe('blob:plan');
  expect(askedFor()).toBe(1);
});

test('one that is not here is left out without a network, and comes when there is one', async () => {
  const asset = await keep('plan');
  home.isAway = true;
  expect((await bring([asset]))(asset)).toBeUndefined();
  home.isAway = false;
  expect((await bring([asset]))(asset)?.url).toBe('blob:plan');
});

test.each([
  ['a backend without pictures', () => Object.assign(home.changed, { hintAsset: undefined }), 'weg'],
  ['a name that nobody gave', () => undefined, 'weg'],
])('%s: words only, and nothing is told to the developer', async (_what, change, asset) => {
  change();
  expect((await bring([asset]))(asset)).toBeUndefined();
  expect(home.lines).toEqual([]);
});

test('what is no picture is left out', async () => {
  const [broken, good] = [await keep('kapot'), await keep('goed')];
  const book = await bring([broken, good], {}, good);
  expect([book(broken), book(good)?.url]).toEqual([undefined, 'blob:goed']);
});

test('the first is waited for three seconds; what comes later does not change the card, and is here the next time', async () => {
  const asset = await keep('plan');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const { hintAsset } = home.backend;
  home.changed.hintAsset = async (...given) => {
    await held;
    return (await hintAsset?.(...given)) ?? fail({ code: 'not-found', message: '', status: 404, retryable: false });
  };
  let came: ((name: string) => unknown) | undefined;
  void bring([asset]).then((book) => (came = book));
  for (let turn = 0; turn < 20; turn++) await settled(); // oxlint-disable-line no-await-in-loop -- one turn after another
  home.clock.pass(2999);
  await settled();
  expect(came).toBeUndefined();
  home.clock.pass(1);
  await settled();
  expect(came?.(asset)).toBeUndefined();
  letGo();
  await expect.poll(async () => kept()).toEqual([`hints.picture/${asset}`]);
  expect(came?.(asset)).toBeUndefined();
  expect((await bring([asset]))(asset)?.url).toBe('blob:plan');
});

test('a picture of a later step is not waited for, and is there when that step is', async () => {
  const [one, two] = [await keep('een'), await keep('twee')];
  const book = await bring([one, two], {}, undefined);
  await expect.poll(kept).toHaveLength(2);
  await settled();
  expect([book(one)?.url, book(two)?.url]).toEqual(['blob:een', 'blob:twee']);
});

test('after the hint closed its addresses lead nowhere, and none is made any more', async () => {
  const asset = await keep('plan');
  await bring([asset]);
  expect(revoked).toEqual([]);
  life.end();
  expect(revoked).toEqual(['blob:plan']);
  expect((await bring([asset]))(asset)).toBeUndefined();
});

test('a device that keeps nothing asks each time', async () => {
  const asset = await keep('plan');
  for (const _turn of [1, 2])
    expect((await bring([asset], { database: refusingDatabase() }))(asset)?.url).toBe('blob:plan'); // oxlint-disable-line no-await-in-loop -- one after another
  expect(askedFor()).toBe(2);
});

test('the device keeps forty pictures and ten million bytes; the oldest go', async () => {
  const many: string[] = [];
  for (let number = 0; number < 42; number++) many.push(await keep(`plaatje ${number}`)); // oxlint-disable-line no-await-in-loop -- one after another
  for (const asset of many) await bring([asset]); // oxlint-disable-line no-await-in-loop -- one after another
  expect(await kept()).toEqual(
    many
      .slice(2)
      .map((asset) => `hints.picture/${asset}`)
      .sort(),
  );
  const large: string[] = [];
  for (let number = 0; number < 21; number++) large.push(await keep(`${number}`.padEnd(500_000))); // oxlint-disable-line no-await-in-loop -- one after another
  for (const asset of large) await bring([asset]); // oxlint-disable-line no-await-in-loop -- one after another
  expect(await kept()).toEqual(
    large
      .slice(1)
      .map((asset) => `hints.picture/${asset}`)
      .sort(),
  );
});

const kept = async (): Promise<readonly string[]> => {
  const keys = await home.disk.store('meta').keys('hints.picture/');
  return keys.ok ? [...keys.value].sort() : [];
};
