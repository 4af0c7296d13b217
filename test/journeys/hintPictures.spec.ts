/** A hint of the demo with a picture: in its card, on any screen, and asked for once. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect } from '../support/demo';
import { cardOf, hintsOf, startHint, test } from '../support/hinted';
import { logIn } from '../support/journey';

const TITLE = 'Evaluatie in het zorgplan';
const ALT = 'Een doel in het zorgplan, met de datum van de evaluatie rechtsboven.';
const FILE = '/clienten/C-10432';

const dotOf = (page: Page): Locator => hintsOf(page).getByRole('button', { name: /Zorgplan/ });
const pictureOf = (page: Page): Locator => cardOf(page, TITLE).getByRole('img', { name: ALT });
/** Addresses of pictures that this page asks for from now on. */
function picturesAsked(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/hints/assets/')) asked.push(request.url());
  });
  return asked;
}

test('a hint shows its picture in the card, on a telephone too, and a second visit does not ask for it again', async ({
  page,
  hinted,
}) => {
  const asked = picturesAsked(page);
  await logIn(page, hinted.url + FILE);
  await dotOf(page).press('Enter');
  const picture = pictureOf(page);
  await expect(picture).toBeVisible();
  const seen = await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.src.slice(0, 5)]);
  expect(seen).toEqual([656, 'blob:']);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(asked).toEqual([expect.stringMatching(/\/v1\/hints\/assets\/[0-9a-f]{64}$/)]); // no token in the address

  await page.setViewportSize({ width: 320, height: 640 });
  await expect
    .poll(async () => {
      const [card, inside] = [await cardOf(page, TITLE).boundingBox(), await picture.boundingBox()];
      return card && inside && [card.x >= 0, card.x + card.width <= 320, inside.x >= card.x, inside.width < card.width];
    })
    .toEqual([true, true, true, true]);

  await page.reload();
  await startHint(page, 'zorgplan-evalueren');
  await dotOf(page).press('Enter');
  await expect(picture).toBeVisible();
  expect(asked).toHaveLength(1);
});

test('a hint whose picture can not be had says what would be seen', async ({ page, hinted }) => {
  await page.route('**/hints/assets/**', (route) => route.abort());
  await logIn(page, hinted.url + FILE);
  await dotOf(page).press('Enter');
  await expect(cardOf(page, TITLE).getByText(ALT)).toBeVisible();
  await expect(pictureOf(page)).toHaveCount(0);
});
