/** F-06 where it goes wrong: each ends in a sentence and the next best way, and the words are kept. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/demo';
import {
  ask,
  includePicture,
  launcherOf,
  logIn,
  openPanel,
  panelOf,
  questionField,
  receiptNumber,
  received,
  supportIsReady,
} from '../support/journey';
import { png } from '../support/pictures';

test.use({ actionTimeout: 15_000 });

const WORDS = 'De lijst blijft leeg';

/** Where it is told; a screen reader hears it from elsewhere too. */
const told = (panel: Locator, sentence: string): Locator =>
  panel.getByRole('region', { name: 'Laat zien wat er gebeurt' }).getByText(sentence);
/** What was typed is there, and a file goes along in place of a picture. */
const sendFile = async (page: Page, panel: Locator, address: string): Promise<void> => {
  await expect(questionField(panel)).toHaveValue(WORDS);
  const choosing = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Bestand kiezen' }).click();
  await (await choosing).setFiles({ name: 'foto.png', mimeType: 'image/png', buffer: png({ width: 40, height: 30 }) });
  await expect(panel.getByText('Bestand 1')).toBeVisible();
  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect.poll(() => received(address, WORDS)).toMatchObject([{ attachments: 1 }]);
};

test('of a page without size there is no screenshot: it is told, twice when it is tried again, and a file goes along', async ({
  page,
  ownDemo,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Element.prototype, 'clientWidth', { get: () => 0 });
  });
  await logIn(page, ownDemo.url);
  const panel = await openPanel(page);
  await ask(panel, WORDS);
  const sentence = told(panel, 'Het screenshot is niet gelukt. Probeer het nog een keer of kies een bestand.');
  await expect(sentence).toHaveCount(1);
  await panel.getByRole('button', { name: 'Screenshot maken' }).click();
  await expect(sentence).toHaveCount(2);
  await sendFile(page, panel, ownDemo.url);
});

test('of a page whose picture never comes the rest is drawn, and that it is not whole is told', async ({
  page,
  ownDemo,
}) => {
  await page.route('**/nooit.png', () => new Promise(() => undefined));
  await logIn(page, ownDemo.url);
  await supportIsReady(page);
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.dataset['supportUnmask'] = '';
    [image.width, image.height] = [200, 100];
    image.src = '/nooit.png';
    document.querySelector('main')?.prepend(image);
  });
  await launcherOf(page).click();
  const panel = panelOf(page);
  await ask(panel, WORDS);
  await expect(panel.getByText('Dit plaatje is niet volledig. Maak liever een nieuwe.')).toBeVisible();
  await includePicture(panel);
  await expect(questionField(panel)).toHaveValue(WORDS);
});

for (const [what, isGone] of [
  ['that is gone when it was chosen', true],
  ['without size', false],
] as const) {
  test(`a window ${what} gives no picture: it is told, and a file goes along`, async ({ page, ownDemo }) => {
    await page.addInitScript((ends) => {
      navigator.mediaDevices.getDisplayMedia = () => {
        const nothing = document.createElement('canvas');
        if (!ends) [nothing.width, nothing.height] = [0, 0];
        const stream = nothing.captureStream(10);
        if (ends) stream.getTracks().forEach((track) => track.stop());
        return Promise.resolve(stream);
      };
    }, isGone);
    await logIn(page, ownDemo.url);
    const panel = await openPanel(page);
    await ask(panel, WORDS);
    await panel.getByRole('button', { name: 'Ander venster of scherm' }).click();
    await expect(
      told(panel, 'Dit venster of scherm gaf geen beeld. Kies een ander venster of een bestand.'),
    ).toBeVisible();
    await sendFile(page, panel, ownDemo.url);
  });
}
