/** F-08: somebody records what happens, and it arrives. */
import { expect, test } from '../support/demo';
import { ask, logIn, openPanel, panelOf, questionField, receiptNumber, received } from '../support/journey';
import { barOf, capturing, recordFor } from '../support/recording';

test.use({ launchOptions: capturing() });

test('a recording takes six presses beside the words, and the receiver has it', async ({ page, demo }) => {
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Opslaan doet niets meer');
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  await expect(barOf(page)).toBeVisible();
  await expect(panelOf(page)).toBeHidden();
  await recordFor(page, 3);
  await barOf(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  await expect(barOf(page)).toHaveCount(0);
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect.poll(() => received(demo.url, 'Opslaan doet niets meer')).toMatchObject([{ attachments: 1 }]);
});

test('who does not allow recording reads that it is fine, keeps the words, and takes a screenshot instead', async ({
  page,
  demo,
}) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getDisplayMedia = () =>
      Promise.reject(new DOMException('Permission denied by user', 'NotAllowedError'));
  });
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'De knop doet het niet');
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  await expect(panel.getByText('Je gaf geen toestemming om op te nemen.').first()).toBeVisible();
  await expect(questionField(panel)).toHaveValue('De knop doet het niet');
  await panel.getByRole('button', { name: 'Screenshot maken' }).click();
  await expect(panel.getByText('Screenshot 1').first()).toBeVisible();
});

test('keys alone pause, go on and stop a recording; the bar goes along into a dialog of the host', async ({
  page,
  demo,
}) => {
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await panel.getByLabel('Typ je vraag').press('Enter');
  await panel.getByRole('button', { name: 'Video opnemen' }).press('Enter');
  await recordFor(page, 1);
  await page.keyboard.press('Alt+Shift+P');
  await expect(barOf(page).getByRole('button', { name: 'Verder' })).toBeVisible();
  await page.keyboard.press('Alt+Shift+P');
  await expect(barOf(page).getByRole('button', { name: 'Pauze' })).toBeVisible();
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.append('Een vraag van de host');
    document.body.append(dialog);
    dialog.showModal();
  });
  await expect(page.locator('dialog:modal cliendo-support-bar')).toHaveCount(1);
  await barOf(page).getByRole('button', { name: 'Balk verplaatsen' }).press('ArrowUp');
  await recordFor(page, 3);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('dialog:modal')?.close());
  await page.keyboard.press('Alt+Shift+S');
  await expect(panelOf(page)).toBeVisible();
  await expect(panel.getByLabel('Video 1').first()).toBeVisible();
  await panel.getByText('Inkorten').click();
  await panel.getByLabel('Begin').press('ArrowRight');
  await expect(panel.getByRole('button', { name: 'Alles laten zien' })).toBeVisible();
  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await expect(panel.getByLabel('Ik heb het beeld nagekeken.')).toBeVisible();
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
});
