/** F-08: somebody records what happens, and it arrives. */
import { expect, test } from '../support/demo';
import { ask, logIn, openPanel, panelOf, receiptNumber, received } from '../support/journey';
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
