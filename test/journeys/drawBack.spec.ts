import type { Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test } from '../support/demo';
import { ask, includePicture, logIn, openInbox, openPanel, receiptNumber, received, send } from '../support/journey';

const WORDS = 'Waar klik ik om op te slaan?';

/** Red as the arrow is drawn: how many pixels of a picture have it. */
const redIn = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const pixels = [...(pen?.getImageData(0, 0, width, height).data ?? [])];
    const isRed = (at: number): boolean => {
      const [red = 0, green = 0, blue = 0] = pixels.slice(at, at + 3);
      return red > 150 && green < 90 && blue < 90;
    };
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4) count += Number(isRed(at));
    return count;
  });

test('the asker sends a picture, the agent draws an arrow on it, and the asker sees it in "Mijn vragen"', async ({
  page,
  browser,
  demo,
}) => {
  await logIn(page, demo.url, 'Ingrid Visser');
  const panel = await openPanel(page);
  await ask(panel, WORDS);
  await includePicture(panel);
  await send(panel);
  await receiptNumber(panel);
  await panel.getByRole('button', { name: 'Terug naar mijn werk' }).click();

  const inbox = await openInbox(browser, demo.url);
  await inbox.getByText(WORDS).first().click();
  await inbox.getByRole('button', { name: 'Screenshot 1 groot bekijken' }).click();
  await inbox.getByRole('button', { name: 'Tekenen en terugsturen' }).click();
  const editor = inbox.locator('dialog', { hasText: 'Pijl' }).last();
  await editor.getByRole('button', { name: /^Pijl/ }).first().click();
  const canvas = editor.locator('.mask-canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('There is nothing to draw on.');
  await inbox.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.6);
  await inbox.mouse.down();
  await inbox.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.4, { steps: 5 });
  await inbox.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.3, { steps: 5 });
  await inbox.mouse.up();
  await editor.getByRole('button', { name: 'Klaar' }).click();

  const along = inbox.getByRole('list', { name: 'Gaat mee' });
  await expect(along.getByRole('img')).toBeVisible();
  const drawn = await redIn(inbox, '.replyPictures img');
  expect(drawn).toBeGreaterThan(200);
  expect(await accessibilityProblems(inbox)).toEqual([]);
  const reply = inbox.getByRole('textbox', { name: /reactie/i });
  await expect(reply).toBeFocused();
  await inbox.keyboard.type('Kijk bij de pijl.');
  await inbox.keyboard.press('Control+Enter');
  await expect(inbox.getByText('Je reactie is verstuurd.').first()).toBeVisible();
  await inbox.getByRole('button', { name: 'Screenshot 2', exact: true }).click(); // named under the message
  await expect(inbox.getByText('Gestuurd door Noor')).toBeVisible();
  await expect.poll(() => redIn(inbox, '.attachment:focus img')).toBe(drawn);
  await inbox.context().close();

  await page.reload();
  const later = await openPanel(page);
  await later.getByRole('button', { name: /^Mijn vragen/ }).click();
  await later.getByRole('button', { name: /Waar klik ik/ }).click();
  const answer = later.getByRole('article').filter({ hasText: 'Kijk bij de pijl.' });
  await expect(answer.getByRole('img', { name: 'Screenshot 1' })).toBeVisible();
  await expect.poll(() => redIn(page, 'cliendo-support article:has-text("Kijk bij de pijl.") img')).toBe(drawn);
  const [row] = await received(demo.url, WORDS);
  expect(row?.attachments).toBe(1); // the asker's own
});
