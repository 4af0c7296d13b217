import { expect, test } from 'vitest';
import type { Lifetime } from '../../../src/foundation/lifetime';
import type { Picture, WantedPictures } from '../../../src/hints';
import type { Hint } from '../../../src/protocol';
import { aHint, aStep } from '../../support/hintDocuments';
import { aHintWorld, playHints, settled } from '../../support/hintsModel';

const ROUTES = { zorgplan: '/dossier/:client/zorgplan' };
const words = (asset?: string) => ({
  nl: { title: 'Kijk', ...(asset && { media: { asset, alt: `Wat je ziet: ${asset}` } }) },
});
const modal = (change: Partial<Hint> = {}): Hint =>
  aHint({ kind: 'modal', where: { routes: ['zorgplan'] }, when: { on: 'route' }, ...change });
const pictureOf = (asset: string): Picture => ({ url: `blob:${asset}`, width: 640, height: 320 });

/** Hints of which pictures come when a test lets them. */
function aWorld(hint: Hint) {
  const world = aHintWorld({ routes: ROUTES, hints: [hint] });
  const wanted: WantedPictures[] = [];
  const lives: Lifetime[] = [];
  const here = new Set<string>();
  let letGo = (): void => undefined;
  let held: Promise<void> | undefined;
  world.deps.pictures.bring = async (pictures, life) => {
    wanted.push(pictures);
    lives.push(life);
    await held;
    return (asset) => (here.has(asset) ? pictureOf(asset) : undefined);
  };
  const hold = () => {
    held = new Promise((resolve) => (letGo = resolve));
    return () => letGo();
  };
  return { ...world, wanted, lives, here, hold };
}

test('a hint shows once its picture is here, with what is to be seen', async () => {
  const world = aWorld(modal({ content: words('plan') }));
  world.here.add('plan');
  const letGo = world.hold();
  const { shown, only } = await playHints(world);
  expect(shown()).toEqual([]);
  letGo();
  await settled();
  expect(only().picture).toEqual({ alt: 'Wat je ziet: plan', seen: pictureOf('plan') });
  expect(world.wanted).toEqual([{ all: ['plan'], first: 'plan' }]);
});

test('a hint whose picture does not come shows all the same, and says what would be seen', async () => {
  const world = aWorld(modal({ content: words('plan') }));
  const { only } = await playHints(world);
  expect(only().picture).toEqual({ alt: 'Wat je ziet: plan', seen: undefined });
});

test('a hint without a picture asks for none', async () => {
  const world = aWorld(modal());
  const { only } = await playHints(world);
  expect(only().picture).toBeUndefined();
  expect(world.wanted).toEqual([{ all: [], first: undefined }]);
});

test('a tour asks for the pictures of all its steps, each once, and waits for that of the step that is seen first', async () => {
  const { content: _none, ...tour } = modal({
    kind: 'tour',
    steps: [
      aStep({ id: 'een', content: words('a') }),
      aStep({ id: 'twee', content: words('b') }),
      aStep({ id: 'drie', content: words('a') }),
      aStep({ id: 'vier', content: words() }),
    ],
  });
  const world = aWorld(tour);
  world.here.add('a');
  const { model, only } = await playHints(world);
  expect(world.wanted).toEqual([{ all: ['a', 'b'], first: 'a' }]);
  expect(only().picture?.seen?.url).toBe('blob:a');
  world.here.add('b');
  model.doings.next('uitleg');
  expect(only().picture?.seen?.url).toBe('blob:b');
  const again = await playHints(world); // a reload
  expect(world.wanted.at(-1)).toEqual({ all: ['a', 'b'], first: 'b' });
  again.model.doings.next('uitleg');
  again.model.doings.next('uitleg');
  expect(again.only().picture).toBeUndefined();
});

test('a page that is left meanwhile gets nothing; what was brought is let go with the hint', async () => {
  const world = aWorld(modal({ content: words('plan') }));
  const letGo = world.hold();
  const { model, shown } = await playHints(world);
  model.goTo('/agenda');
  letGo();
  await settled();
  expect([shown(), world.lives.map(({ hasEnded }) => hasEnded)]).toEqual([[], [true]]);
  model.goTo('/dossier/12/zorgplan');
  await settled();
  expect(shown()).toEqual(['uitleg']);
  expect(world.lives.at(-1)?.hasEnded).toBe(false);
  model.doings.dismiss('uitleg');
  expect(world.lives.at(-1)?.hasEnded).toBe(true);
});

test.each([
  ['without what is to be seen', { asset: 'plan' }],
  ['that is a text', 'plan'],
  ['with a name that is none', { asset: 7, alt: 'Een knop' }],
])('a picture %s is passed over, and the words show', async (_what, media) => {
  const content = { nl: { title: 'Kijk', media } } as unknown as NonNullable<Hint['content']>;
  const world = aWorld(modal({ content }));
  world.deps.source.content = async () => ({ ok: true, value: { hint: 'uitleg', rev: 1, content } });
  const { only } = await playHints(world);
  expect([only().title, only().picture]).toEqual(['Kijk', undefined]);
});

test('a picture is that of the language of the person', async () => {
  const world = aWorld(
    modal({ content: { ...words('plan'), en: { title: 'Look', media: { asset: 'plan-en', alt: 'A goal' } } } }),
  );
  Object.assign(world.deps, { locale: () => 'en' });
  const { only } = await playHints(world);
  expect([world.wanted, only().picture?.alt]).toEqual([[{ all: ['plan-en'], first: 'plan-en' }], 'A goal']);
});
