/** F-08: the microphone of a recording goes while it records. No one says yes here but the permissions of the browser, which can be taken back. */
import { expect, test } from '../support/demo';
import { ask, logIn, openPanel, receiptNumber, received } from '../support/journey';
import { barOf, capturing, recordFor } from '../support/recording';

test.use({ launchOptions: capturing(['--auto-accept-this-tab-capture', '--use-fake-device-for-media-stream']) });

test('a microphone whose permission is taken back is told, and the recording goes on', async ({
  page,
  demo,
  context,
}) => {
  await context.grantPermissions(['microphone'], { origin: demo.url });
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Ik zeg er iets bij');
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  await recordFor(page, 1);
  await barOf(page).getByRole('button', { name: 'Microfoon staat uit' }).click();
  await expect(barOf(page).getByRole('button', { name: 'Microfoon staat aan' })).toBeVisible();
  await context.clearPermissions();
  await expect(barOf(page).getByText('De microfoon is weg. De opname loopt door.')).toBeVisible();
  await expect(barOf(page).getByRole('button', { name: 'Microfoon staat uit' })).toBeVisible();
  await barOf(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
});

test('a microphone that is unplugged is told; asked for again it is not found, and the recording goes along', async ({
  page,
  demo,
  context,
}) => {
  await context.grantPermissions(['microphone'], { origin: demo.url });
  await page.addInitScript(() => {
    const asked = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wishes) => {
      const stream = await asked(wishes);
      Object.assign(window, {
        unplug() {
          navigator.mediaDevices.getUserMedia = () =>
            Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
          for (const track of stream.getTracks()) {
            track.stop();
            track.dispatchEvent(new Event('ended')); // what the browser tells and a stop() by script does not
          }
        },
      });
      return stream;
    };
  });
  const words = 'De headset ging los';
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, words);
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  await recordFor(page, 1);
  await barOf(page).getByRole('button', { name: 'Microfoon staat uit' }).click();
  await expect(barOf(page).getByRole('button', { name: 'Microfoon staat aan' })).toBeVisible();
  await page.evaluate(() => (window as unknown as { unplug(): void }).unplug());
  await expect(barOf(page).getByText('De microfoon is weg. De opname loopt door.')).toBeVisible();
  await barOf(page).getByRole('button', { name: 'Microfoon staat uit' }).click();
  await expect(barOf(page).getByText('We vinden geen microfoon. De opname loopt door.')).toBeVisible();
  await barOf(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect.poll(() => received(demo.url, words)).toMatchObject([{ attachments: 1 }]);
});
