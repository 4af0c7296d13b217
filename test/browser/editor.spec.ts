/** The picture editor in a real engine: every tool by every means, and what is left in the file when it is burnt in. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test } from '../support/pages';
import type { EditorPage } from './pages/editor';

declare const editor: EditorPage;

type Place = readonly [x: number, y: number];
type Shapes = ReturnType<EditorPage['model']>['work']['annotations']['value']['shapes'];

const TOOLS = ['Afdekken', 'Pijl', 'Kader', 'Pen', 'Tekst', 'Nummer'] as const;
const KINDS = ['redact', 'arrow', 'box', 'pen', 'text', 'number'];

test.beforeEach(async ({ page, pages }) => {
  await pages.open({ script: 'editor' });
  await page.waitForFunction(() => 'editor' in globalThis);
  await page.evaluate(() => editor.open());
  await expect(page.getByRole('dialog')).toBeVisible();
});

const tool = (page: Page, name: string): Locator =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });
const picture = (page: Page): Locator => page.locator('.mask-canvas');
const shapes = (page: Page): Promise<Shapes> => page.evaluate(() => editor.model().work.annotations.value.shapes);
const done = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Klaar' }).click();
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 50_000 }); // a busy machine is no reason to fail
};

/** From the picture's own units to where they are on the screen. */
async function onScreen(page: Page, [x, y]: Place): Promise<Place> {
  const box = await picture(page).boundingBox();
  const scale = await page.evaluate(() => editor.model().zoom.scale.value);
  if (!box) throw new Error('the picture is not on the screen');
  return [box.x + x * scale, box.y + y * scale];
}

/** Draws from one place to another, by one kind of pointer. */
const STROKES: Readonly<Record<string, (page: Page, from: Place, to: Place) => Promise<void>>> = {
  async mouse(page, from, to) {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 6 });
    await page.mouse.up();
  },
  async pen(page, from, to) {
    const session = await page.context().newCDPSession(page);
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Place): Promise<unknown> =>
      session.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        button: 'left',
        buttons: 1,
        clickCount: 1,
        pointerType: 'pen',
      });
    await send('mousePressed', from);
    await send('mouseMoved', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
    await send('mouseMoved', to);
    await send('mouseReleased', to);
  },
  async touch(page, from, to) {
    const session = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Place[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
    await send('touchStart', [from]);
    await send('touchMove', [[(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]]);
    await send('touchMove', [to]);
    await send('touchEnd', []);
  },
};

async function draw(page: Page, from: Place, to: Place, means = 'mouse'): Promise<void> {
  await STROKES[means]?.(page, await onScreen(page, from), await onScreen(page, to));
}

for (const means of ['mouse', 'pen', 'touch']) {
  test(`every tool draws by ${means}`, async ({ page }) => {
    for (const [at, name] of TOOLS.entries()) {
      await tool(page, name).click();
      await draw(page, [300, 30 + at * 60], [420, 60 + at * 60], means);
      await expect.poll(async () => (await shapes(page)).length).toBe(at + 1);
    }
    expect((await shapes(page)).map(({ kind }) => kind)).toEqual(KINDS);
    await tool(page, 'Bijsnijden').click();
    await draw(page, [20, 20], [320, 220], means);
    const crop = await page.evaluate(() => editor.model().work.annotations.value.crop);
    expect(crop?.map(Math.round)).toEqual([20, 20, 300, 200]);
  });

  test(`a shape is moved, pulled larger and chosen by ${means}`, async ({ page }) => {
    await tool(page, 'Kader').click();
    await draw(page, [300, 100], [400, 160], means);
    await draw(page, [350, 130], [370, 140], means); // it is chosen, so it moves
    expect((await shapes(page))[0]).toMatchObject({
      kind: 'box',
      box: [320, 110, 100, 60].map((side) => expect.closeTo(side, 0)),
    });
    await draw(page, [420, 170], [460, 200], means); // its corner
    expect((await shapes(page))[0]).toMatchObject({ box: [320, 110, 140, 90].map((side) => expect.closeTo(side, 0)) });
    await tool(page, 'Kiezen').click();
    await draw(page, [600, 380], [600, 380], means);
    await expect(page.locator('.mask-chosen')).toHaveCount(0);
    await draw(page, [390, 150], [390, 150], means);
    await expect(page.locator('.mask-chosen')).toHaveCount(1);
  });
}

test('every tool works by key alone: it puts its shape in the middle, which then moves, grows and goes by keys', async ({
  page,
}) => {
  await page.keyboard.press('Tab'); // close
  await page.keyboard.press('Tab'); // toolbar
  for (const [at, name] of TOOLS.entries()) {
    await tool(page, 'Kiezen').focus();
    for (let step = 0; step <= at; step += 1) await page.keyboard.press('ArrowRight');
    await expect(tool(page, name)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await shapes(page)).length).toBe(at + 1);
    await expect(page.getByRole('toolbar').locator(':focus')).toHaveCount(0); // the new shape has it by now, or what fills it
  }
  expect((await shapes(page)).map(({ kind }) => kind)).toEqual(KINDS);
  await page.locator('[data-shape="3"]').focus();
  const before = (await shapes(page))[2];
  for (const key of ['ArrowRight', 'Control+ArrowDown', 'Shift+ArrowRight', 'Control+Shift+ArrowDown'])
    await page.keyboard.press(key);
  const [x = 0, y = 0, width = 0, height = 0] = before?.kind === 'box' ? before.box : [];
  expect((await shapes(page))[2]).toMatchObject({ box: [x + 1, y + 8, width + 1, height + 8] });
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-shape="4"]')).toBeFocused();
  await page.keyboard.press('Delete');
  expect((await shapes(page)).map(({ kind }) => kind)).not.toContain('pen');
  await expect(picture(page)).toBeFocused();
});

test('a new text is written at once, and cropping by key can be moved and undone', async ({ page }) => {
  await tool(page, 'Tekst').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Tekst op het beeld' })).toBeFocused();
  await page.keyboard.type('Hier gaat het mis');
  expect((await shapes(page))[0]).toMatchObject({ text: 'Hier gaat het mis' });
  await page.keyboard.press('Enter');
  await expect(picture(page)).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  const crop = () => page.evaluate(() => editor.model().work.annotations.value.crop);
  expect(await crop()).toEqual([64, 40, 512, 320]);
  await page.keyboard.press('Shift+Control+ArrowLeft');
  expect(await crop()).toEqual([64, 40, 504, 320]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await crop()).toBeUndefined();
  await page.keyboard.press('Control+Shift+z');
  expect(await crop()).toEqual([64, 40, 512, 320]);
});

test('letters choose tools on the picture only, and write in fields', async ({ page }) => {
  const field = page.getByRole('textbox', { name: /Wat is er te zien/ });
  await field.focus();
  await page.keyboard.type('abc');
  await expect(field).toHaveValue('abc');
  await expect(tool(page, 'Kiezen')).toHaveAttribute('aria-pressed', 'true');
  await picture(page).focus();
  await page.keyboard.press('c');
  await expect(tool(page, 'Afdekken')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  expect(await shapes(page)).toHaveLength(1);
});

test('a shape is put on a part of the picture by its name', async ({ page }) => {
  await page.getByText('Op een plek zetten').click();
  await page.getByRole('button', { name: 'Tekst bij Naam: Kader' }).click();
  await page.getByRole('radio', { name: 'Pijl' }).check();
  await page.getByRole('button', { name: 'rechtsonder: Pijl' }).click();
  expect((await shapes(page)).map(({ kind }) => kind)).toEqual(['box', 'arrow']);
  const [box] = await shapes(page);
  expect(box).toMatchObject({ kind: 'box' });
});

test.describe('the file', () => {
  const chunksOf = (bytes: readonly number[]): readonly string[] => {
    const file = Buffer.from(bytes);
    const found: string[] = [];
    for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
      found.push(file.toString('latin1', at + 4, at + 8));
    return [...new Set(found)];
  };

  test('has nothing under what was covered, and nothing beside its pixels', async ({ page }) => {
    await tool(page, 'Afdekken').click();
    await draw(page, [300.4, 100.6], [500.7, 180.3]);
    await done(page);
    const inside = await page.evaluate(() => editor.colours(301, 101, 198, 78));
    expect(inside).toEqual(['58,68,83,255']);
    expect((await page.evaluate(() => editor.colours(300, 200, 200, 80))).length).toBeGreaterThan(50); // the control: elsewhere the stripes are there
    const bytes = await page.evaluate(() => editor.bytes());
    expect(chunksOf(bytes).filter((name) => !['IHDR', 'IDAT', 'IEND', 'sRGB', 'sBIT'].includes(name))).toEqual([]);
  });

  test('is as large as its crop, in pixels of the screen', async ({ page }) => {
    await page.evaluate(() => editor.open({ ratio: 2 }));
    await tool(page, 'Bijsnijden').click();
    await draw(page, [100, 100], [300, 250]);
    await tool(page, 'Afdekken').click();
    await draw(page, [80, 80], [200, 160]);
    await done(page);
    expect(await page.evaluate(() => editor.size())).toEqual([400, 300, 'image/png']);
    expect(await page.evaluate(() => editor.colours(0, 0, 198, 118))).toEqual(['58,68,83,255']);
  });

  test('shows marks as they were drawn', async ({ page }) => {
    await tool(page, 'Kader').click();
    await draw(page, [300, 100], [420, 200]);
    await done(page);
    expect(await page.evaluate(() => editor.colours(300, 150, 1, 1))).toEqual(['197,40,28,255']);
  });

  test('of a large photo is painted whole; one that gets too large is told of, and stays on the table', async ({
    page,
  }) => {
    await page.evaluate(() => editor.open({ width: 6000, height: 4000, type: 'image/jpeg', mostBytes: 40_000_000 }));
    await tool(page, 'Afdekken').focus();
    await page.keyboard.press('Enter');
    await done(page);
    expect(await page.evaluate(() => editor.size())).toEqual([6000, 4000, 'image/jpeg']);
    await page.evaluate(() => editor.open({ width: 1200, height: 900, mostBytes: 1000 }));
    await tool(page, 'Kader').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Klaar' }).click();
    await expect(page.getByText(/Dit bestand is te groot/).first()).toBeVisible();
    expect(await shapes(page)).toHaveLength(1); // all of it is still on the table
  });
});

test.describe('a covered spot', () => {
  const reveal = (page: Page): Locator => page.getByRole('button', { name: 'Laten zien: Tekst bij Naam' });

  test('is shown after a question, burnt in as shown, and covered again at once', async ({ page }) => {
    await reveal(page).click();
    await expect(page.getByText('Laat je hier gegevens van een cliënt zien?')).toBeVisible();
    await page.keyboard.press('Escape'); // only the question goes
    await expect(page.getByRole('dialog', { name: 'Screenshot nakijken' })).toBeVisible();
    expect(await page.evaluate(() => editor.model().spots.revealed.value.size)).toBe(0);
    await reveal(page).click();
    await page.getByRole('button', { name: 'Laten zien', exact: true }).click();
    await expect(page.getByText('Nu te zien', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Weer afdekken: Tekst bij Naam' }).click();
    await expect(reveal(page)).toBeVisible();
    await page.keyboard.press('Control+z'); // the covering is undone
    await done(page);
    expect(await page.evaluate(() => editor.colours(60, 45, 20, 5))).toEqual(['0,255,0,255']);
    expect(await page.evaluate(() => editor.work()?.annotations.revealed)).toEqual([{ spot: 0, at: 1_000 }]);
  });

  test('is asked for by tapping it in the picture; what the host blocked is not', async ({ page }) => {
    await draw(page, [100, 50], [100, 50]);
    await expect(page.getByText('Laat je hier gegevens van een cliënt zien?')).toBeVisible();
    await page.getByRole('button', { name: 'Afgedekt laten' }).click();
    await draw(page, [100, 90], [100, 90]);
    await expect(page.getByText('Laat je hier gegevens van een cliënt zien?')).toBeHidden();
    await expect(page.getByText('Blijft altijd afgedekt')).toBeVisible();
  });
});

test('closing keeps the work: Escape lets go of what is chosen first, then closes', async ({ page }) => {
  await tool(page, 'Afdekken').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('.mask-chosen')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await page.evaluate(() => editor.closed)).toEqual([false]);
  expect(await page.evaluate(() => editor.work()?.annotations.shapes.length)).toBe(1);
});

test('Escape lets go of what is chosen first, also when a button or the description has the focus', async ({
  page,
}) => {
  for (const elsewhere of [tool(page, 'Pijl'), page.getByRole('textbox', { name: /Wat is er te zien/ })]) {
    await tool(page, 'Afdekken').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.mask-chosen')).toHaveCount(1);
    await elsewhere.focus();
    await page.keyboard.press('Escape');
    await expect(page.locator('.mask-chosen')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('at 320 px all of it can be reached, zoomed and read, and axe has nothing to say', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await tool(page, 'Nummer').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Groter', exact: true }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Passend' }).click();
  await page.getByRole('textbox', { name: /Wat is er te zien/ }).fill('Een lege lijst');
  await done(page);
  expect(await page.evaluate(() => editor.work()?.alt)).toBe('Een lege lijst');
});

test('in forced colours the tool and the colour that are chosen can be told from the others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await tool(page, 'Pijl').click();
  const outline = (name: string): Promise<string> =>
    tool(page, name).evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline('Pijl')).toBe('solid');
  expect(await outline('Kader')).toBe('none');
});

test('what happens is said aloud', async ({ page }) => {
  await tool(page, 'Pijl').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Pijl 1 geplaatst.');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Pijl 1 is weg.');
});
