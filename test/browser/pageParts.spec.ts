/** Parts of the page by name: what the copy says of them, and what a person without a pointer does with them in the editor. */
import type { Page } from '@playwright/test';
import type { FrozenPage } from '../../src/capture/moment';
import { expect, test } from '../support/pages';
import { dossier, ZONNEBLOEM } from './captureDossier';
import { freeze, ready } from './captureSteps';
import type { EditorPage } from './pages/editor';

declare const editor: EditorPage;

const namesOf = ({ landmarks }: FrozenPage): readonly string[] =>
  landmarks.map(({ kind, label }) => `${kind} ${label}`.trim());

test.describe('the parts of a dossier', () => {
  test('are named by what they are and by words of the interface, never by a person', async ({ page, pages }) => {
    await page.setViewportSize({ width: 1280, height: 1700 });
    await pages.open({ ...dossier(ZONNEBLOEM), script: 'captureEngine' });
    await ready(page);
    await page.evaluate((name) => {
      document.querySelector('main')?.setAttribute('aria-label', name);
      document.querySelector('table')?.setAttribute('aria-labelledby', 'who');
      document.querySelector('h1')?.setAttribute('id', 'who');
    }, ZONNEBLOEM.client);
    const frozen = await freeze(page);
    expect(namesOf(frozen)).toEqual([
      'header',
      'navigation',
      'aside',
      'main',
      'region Persoonsgegevens',
      'region Laatste rapportages',
      'table',
      'region Nieuwe rapportage',
      'region Documenten', // the one before it is masked, so it has no name
    ]);
    expect(frozen.landmarks[0]?.box).toEqual([0, 0, 1280, 56]);
    const open = await freeze(page, 'everything'); // the control: with every text known, the names are there
    expect(namesOf(open)).toContain(`main ${ZONNEBLOEM.client}`);
    expect(namesOf(open)).toContain(`table ${ZONNEBLOEM.client}`);
  });

  test('are those that can be seen in the picture, and not what is only there for its shape', async ({
    page,
    pages,
  }) => {
    await page.setViewportSize({ width: 1280, height: 300 });
    await pages.open({ ...dossier(ZONNEBLOEM), script: 'captureEngine' });
    await ready(page);
    await page.evaluate(() => {
      document.querySelector('aside')?.style.setProperty('visibility', 'hidden');
      document.querySelector('nav')?.setAttribute('role', 'presentation');
    });
    const frozen = await freeze(page);
    expect(namesOf(frozen)).toEqual(['header', 'main', 'region Persoonsgegevens']);
    const [left = 0, top = 0, width = 0, height = 0] = frozen.landmarks[1]?.box ?? [];
    expect([left + width <= 1280, top + height]).toEqual([true, 300]);
  });

  test('in a frame lie where the frame is', async ({ page, pages }) => {
    await pages.open({
      body: `<style>body,iframe{margin:0;border:0}</style><iframe style="position:absolute;left:100px;top:50px" srcdoc="<body style='margin:0'><nav style='width:80px;height:40px'>Agenda</nav>"></iframe>`,
      script: 'captureEngine',
    });
    await ready(page);
    expect((await freeze(page)).landmarks).toEqual([{ kind: 'navigation', label: '', box: [100, 50, 80, 40] }]);
  });
});

test.describe('by key alone', () => {
  const shapes = (page: Page) => page.evaluate(() => editor.model().work.annotations.value.shapes);
  const put = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('a part of the page is covered, and pointed at', async ({ page, pages }) => {
    await pages.open({ script: 'editor' });
    await page.waitForFunction(() => 'editor' in globalThis);
    await page.evaluate(() => editor.open());
    await page.locator('summary', { hasText: 'Op een plek zetten' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('radio', { name: 'Kader' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: 'Afdekken' })).toBeChecked();
    for (const name of ['Bovenbalk', 'Hoofdinhoud', 'Tabel Afspraken']) {
      await page.keyboard.press('Tab');
      await expect(put(page, `${name}: Afdekken`)).toBeFocused();
    }
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-shape="1"]')).toBeFocused(); // so that the next key moves it
    expect(await shapes(page)).toMatchObject([{ kind: 'redact', box: [140, 120, 400, 200] }]);
    await page.getByRole('radio', { name: 'Afdekken' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Pijl' })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(put(page, 'Hoofdinhoud: Pijl')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Pijl 1 geplaatst.');
  });
});
