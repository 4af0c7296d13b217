import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/locale/en';
import { nl } from '../support/dutch';
import { expect, test } from '../support/demo';
import { launcherOf, logIn, panelOf, supportIsReady } from '../support/journey';

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-zà-ÿ']{2,}/g) ?? [];
const ENGLISH = new Set(Object.values(en).flatMap(wordsIn));
/** Every word that only our Dutch texts have. */
const DUTCH = new Set(
  Object.values(nl)
    .flatMap(wordsIn)
    .filter((word) => !ENGLISH.has(word)),
);

/** Everything a person reads or hears in the panel, but for the literal object that is sent: that is no text of ours. */
const textsOf = (panel: Locator): Promise<string> =>
  panel.evaluate((dialog) => {
    const said = ['aria-label', 'title', 'alt', 'placeholder'];
    const named = [...dialog.querySelectorAll('*')].flatMap((element) =>
      said.map((name) => element.getAttribute(name) ?? ''),
    );
    const literal = dialog.querySelector('pre')?.textContent ?? '';
    return [dialog.textContent.replace(literal, ' '), ...named].join('\n');
  });

/** Walks the main screens; `look` sees each of them. */
async function walk(
  page: Page,
  name: (dutch: string) => string | RegExp,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  const panel = panelOf(page);
  const press = (dutch: string): Promise<void> =>
    panel
      .getByRole('button', { name: name(dutch) })
      .first()
      .click();
  await launcherOf(page).click();
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('textbox').first()).toBeFocused();
  await look('home');
  await page.keyboard.type('Printing stops at page two.');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox').first()).toHaveValue('Printing stops at page two.');
  await expect(panel.getByRole('button', { name: name('Meesturen'), exact: true })).toBeVisible();
  await look('question');
  await press('Opslaan in bundel');
  await expect(panel.getByRole('listitem').first()).toBeVisible();
  await look('bundle');
  await press('Controleren en versturen');
  await expect(panel.getByText('Printing stops at page two.').first()).toBeVisible();
  await look('review');
  await press('Versturen');
  await expect(panel.getByText(/: \d+-\d+$/)).toBeVisible();
  await look('receipt');
  await press('Mijn vragen');
  await panel
    .getByRole('button', { name: /Printing stops at page two/ })
    .first()
    .click();
  await expect(panel.getByRole('textbox')).toBeVisible();
  await look('thread');
}

test('who works in English reads no Dutch word on the main screens', async ({ page, demo }) => {
  await logIn(page, demo.url);
  await page.goto(`${demo.url}/instellingen/profiel`);
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('link', { name: 'Reports', exact: true }).first().click();
  await supportIsReady(page);
  await expect(launcherOf(page)).toHaveAccessibleName('Talk to Cliendo');
  const keys = Object.keys(nl) as (keyof typeof nl)[]; // its own keys
  const inEnglish = (dutch: string): string => en[keys.find((key) => nl[key] === dutch) ?? 'panel.title'];
  const found: Record<string, readonly string[]> = {};
  await walk(page, inEnglish, async (screen) => {
    found[screen] = wordsIn(await textsOf(panelOf(page))).filter((word) => DUTCH.has(word));
  });
  expect(found).toEqual({ home: [], question: [], bundle: [], review: [], receipt: [], thread: [] });
});

test('a host that says "u" is followed on every main screen', async ({ page, demo }) => {
  await logIn(page, demo.url);
  await supportIsReady(page);
  await page.evaluate(() => CliendoSupport('update', { locale: 'nl-x-formeel' }));
  const said: string[] = [];
  const found: Record<string, readonly string[]> = {};
  await walk(
    page,
    (dutch) => dutch,
    async (screen) => {
      const texts = await textsOf(panelOf(page));
      said.push(texts);
      found[screen] = texts.match(/\b(je|jij|jou|jouw)\b/gi) ?? [];
    },
  );
  expect(found).toEqual({ home: [], question: [], bundle: [], review: [], receipt: [], thread: [] });
  expect(said.join()).toContain('Typ uw vraag');
  expect(said.join()).toContain('U krijgt altijd een reactie.');
});

declare const CliendoSupport: (name: string, value?: unknown) => void;
