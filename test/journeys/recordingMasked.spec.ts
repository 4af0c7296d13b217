/** F-38 for recordings: what a person films through the real button holds no client, although the page shows one. */
import type { Locator } from '@playwright/test';
import { clientByRef, fullName } from '../../demo/host/data/clients';
import { shortDate } from '../../demo/host/dates';
import { canariesRead, canReadPictures, readPicture } from '../support/canaries';
import { expect, test } from '../support/demo';
import { ask, logIn, openPanel, received } from '../support/journey';
import { barOf, capturing, recordFor } from '../support/recording';

test.use({ launchOptions: capturing(), viewport: { width: 1280, height: 1000 }, actionTimeout: 15_000 });

const DOSSIER = '/clienten/C-10432';
const WORDS = ['Persoonsgegevens', 'Geboortedatum'];
const client = clientByRef('C-10432');
if (!client) throw new Error('The client of this story is gone.');
const CANARIES = [fullName(client), client.lastName, client.bsn, shortDate(client.birthDate), client.address];

/** The pictures of a film at these seconds, as PNG. */
const frames = (video: Locator, seconds: readonly number[]): Promise<readonly string[]> =>
  video.evaluate(async (element, moments) => {
    const film = element as HTMLVideoElement; // found by its name
    const canvas = document.createElement('canvas');
    canvas.width = film.videoWidth;
    canvas.height = film.videoHeight;
    const made: string[] = [];
    for (const at of moments) {
      const shown = new Promise((resolve) => film.addEventListener('seeked', resolve, { once: true }));
      film.currentTime = at;
      await shown;
      canvas.getContext('2d')?.drawImage(film, 0, 0);
      made.push(canvas.toDataURL('image/png').split(',')[1] ?? '');
    }
    return made;
  }, seconds);

test('no frame of a recording of a dossier shows the client, and the app in it can be read', async ({ page, demo }) => {
  test.skip(!canReadPictures() && !process.env['CI'], 'Nobody here can read pictures: install tesseract.');
  test.slow(); // it films in real time and reads six pictures
  await logIn(page, demo.url);
  await page.goto(`${demo.url}${DOSSIER}`);
  const panel = await openPanel(page);
  const inControl = canariesRead(readPicture(await page.screenshot()), CANARIES);
  expect(inControl.length, 'the page itself shows the client').toBeGreaterThan(2);
  await ask(panel, 'Ik film het dossier.');
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  await expect(barOf(page).getByText('Gegevens van cliënten zijn afgedekt.')).toBeVisible();
  await recordFor(page, 1);
  await page.mouse.wheel(0, 300);
  await recordFor(page, 3);
  await barOf(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  const video = panel.locator('video');
  await expect(video).toBeVisible();
  await expect.poll(() => video.evaluate((film) => (film as HTMLVideoElement).readyState)).toBeGreaterThan(1);
  const read = (await frames(video, [0, 0.4, 1.2, 2])).map((png) => readPicture(Buffer.from(png, 'base64')));
  for (const text of read) expect(canariesRead(text, CANARIES)).toEqual([]);
  expect(canariesRead(read.join('\n'), WORDS)).toEqual(WORDS);
  expect(canariesRead(readPicture(await page.screenshot()), CANARIES), 'the page is as it was').toEqual(inControl);

  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect.poll(() => received(demo.url, 'Ik film het dossier.')).toMatchObject([{ attachments: 1 }]);
});
