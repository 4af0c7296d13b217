/** F-08 where it goes wrong, in a whole Chromium: each ends in a sentence and the next best way, and the words are kept. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/demo';
import { ask, logIn, openPanel, questionField, receiptNumber, received } from '../support/journey';
import { barOf, capturing, recordFor } from '../support/recording';

test.use({ launchOptions: capturing(), actionTimeout: 15_000 });

const WORDS = 'De knop doet niets meer';

/** Asks a question and presses record. */
const press = async (page: Page, url: string): Promise<Locator> => {
  await logIn(page, url);
  const panel = await openPanel(page);
  await ask(panel, WORDS);
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  return panel;
};
/** What was typed is there, and a screenshot goes along in place of a film. */
const nextBest = async (panel: Locator): Promise<void> => {
  await expect(questionField(panel)).toHaveValue(WORDS);
  await panel.getByRole('button', { name: 'Screenshot maken' }).click();
  await expect(panel.getByText('Screenshot 1').first()).toBeVisible();
};

for (const [what, name, message] of [
  ['says no', 'NotAllowedError', 'Permission denied'],
  ['closes the choice without choosing', 'NotAllowedError', 'Permission denied by user'],
  ['closes it in another engine', 'AbortError', 'The operation was aborted.'],
] as const) {
  test(`who ${what} reads that it is fine and takes a screenshot`, async ({ page, demo }) => {
    await page.addInitScript(
      ([kind, text]) => {
        navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException(text, kind));
      },
      [name, message] as const,
    );
    const panel = await press(page, demo.url);
    await expect(panel.getByText('Je gaf geen toestemming om op te nemen.').first()).toBeVisible();
    await nextBest(panel);
  });
}

test('a source that does not start is told', async ({ page, demo }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getDisplayMedia = () =>
      Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
  });
  const panel = await press(page, demo.url);
  await expect(panel.getByText('Opnemen lukt nu niet.').first()).toBeVisible();
  await nextBest(panel);
});

test('a browser without a recorder says so before anything is pressed', async ({ page, demo }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'));
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, WORDS);
  await expect(panel.getByText('Video opnemen kan niet in deze browser.').first()).toBeVisible();
  await nextBest(panel);
});

test('a recorder that gives no bytes is told', async ({ page, demo }) => {
  await page.addInitScript(() => {
    const listen = MediaRecorder.prototype.addEventListener;
    MediaRecorder.prototype.addEventListener = function (this: MediaRecorder, ...given: Parameters<typeof listen>) {
      if (given[0] !== 'dataavailable') listen.apply(this, given);
    } as typeof listen;
  });
  const panel = await press(page, demo.url);
  await recordFor(page, 1);
  await barOf(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel.getByText('De opname is leeg.').first()).toBeVisible();
  await nextBest(panel);
});

/** Lets a test end what is shared, as a window that is closed and the browser's own bar do. */
const letSharingEnd = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const asked = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getDisplayMedia = async (wishes) => {
      const stream = await asked(wishes);
      Object.assign(window, {
        stopSharing() {
          for (const track of stream.getTracks()) {
            track.stop();
            track.dispatchEvent(new Event('ended')); // what the browser tells and a stop() by script does not
          }
        },
      });
      return stream;
    };
  });
const stopSharing = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { stopSharing(): void }).stopSharing());

test('stopped from the bar of the browser itself, what there was goes along', async ({ page, demo }) => {
  await letSharingEnd(page);
  const panel = await press(page, demo.url);
  await recordFor(page, 2);
  await stopSharing(page);
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect.poll(() => received(demo.url, WORDS)).toMatchObject([{ attachments: 1 }]);
});

test('a window that is closed while the seconds are counted is told', async ({ page, demo }) => {
  await letSharingEnd(page);
  const panel = await press(page, demo.url);
  await page.waitForFunction(() => 'stopSharing' in window);
  await stopSharing(page);
  await expect(panel.getByText('Opnemen lukt nu niet.').first()).toBeVisible();
  await nextBest(panel);
});

test('when the device is full midway the recording stops, says so, and what there was goes along once there is room', async ({
  page,
  ownDemo,
}) => {
  test.setTimeout(180_000); // Chromium believes for half a minute in the room that it saw last
  const tools = await page.context().newCDPSession(page);
  const panel = await press(page, ownDemo.url);
  await recordFor(page, 2);
  await tools.send('Storage.overrideQuotaForOrigin', { origin: ownDemo.url, quotaSize: 1000 });
  await expect(panel.getByText('De opname stopte: dit apparaat is vol.').first()).toBeVisible({ timeout: 90_000 });
  await expect(questionField(panel)).toHaveValue(WORDS);
  const look = panel.getByRole('button', { name: 'Opname nakijken' });
  await expect(look).toBeVisible({ timeout: 30_000 }); // it is told before the whole was tried: room that comes any earlier is used at once
  await tools.send('Storage.overrideQuotaForOrigin', { origin: ownDemo.url }); // somebody made room
  await look.click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect.poll(() => received(ownDemo.url, WORDS)).toMatchObject([{ attachments: 1 }]);
});
