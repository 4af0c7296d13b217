/** The list of keys in the picture editor. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test } from '../support/pages';
import type { EditorPage } from './pages/editor';

declare const editor: EditorPage;

const list = (page: Page): Locator => page.getByRole('dialog', { name: 'Toetsen' });
const picture = (page: Page): Locator => page.locator('.mask-canvas');

test.beforeEach(async ({ page, pages }) => {
  await pages.open({ script: 'editor' });
  await page.waitForFunction(() => 'editor' in globalThis);
  await page.evaluate(() => editor.open());
  await expect(picture(page)).toBeVisible();
});

test('a question mark on the picture lists the keys; Escape puts the list away and nothing else', async ({ page }) => {
  await picture(page).focus();
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(picture(page)).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Screenshot nakijken' })).toBeVisible();
});

test('it is the last of the tools; a question mark opens it there as well, and is a sign like any other in a field', async ({
  page,
}) => {
  const button = page.getByRole('toolbar').getByRole('button', { name: 'Toetsen' });
  await page.getByRole('toolbar').getByRole('button', { name: 'Kiezen' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  const field = page.getByRole('textbox', { name: /Wat is er te zien/ });
  await field.focus();
  await page.keyboard.type('Hoe dan?');
  await expect(field).toHaveValue('Hoe dan?');
  await expect(list(page)).toBeHidden();
});

test('every key that is listed for the picture does what the list says', async ({ page }) => {
  await picture(page).focus();
  await page.keyboard.press('?');
  const letters = await list(page)
    .locator('section', { hasText: 'Op het beeld' })
    .locator('dl > div')
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('kbd')?.textContent ?? '', row.querySelector('dt')?.textContent ?? '']),
    );
  await page.keyboard.press('Escape');
  await expect(picture(page)).toBeFocused();
  const tools = letters.filter(([cap = '']) => /^[A-Z]$/.test(cap));
  expect(tools).toHaveLength(8);
  for (const [cap = '', name = ''] of tools) {
    await page.keyboard.press(cap.toLowerCase());
    await expect(page.getByRole('toolbar').getByRole('button', { name, exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
});
