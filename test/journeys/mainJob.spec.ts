import { expect, test } from '../support/demo';
import {
  answer,
  ask,
  includePicture,
  launcherOf,
  logIn,
  openInbox,
  openPanel,
  panelOf,
  receiptNumber,
  supportIsReady,
} from '../support/journey';

test('a care worker asks two things with a masked picture, an agent answers one, the answer appears', async ({
  page,
  browser,
  ownDemo,
}) => {
  await logIn(page, ownDemo.url);
  await page.goto(`${ownDemo.url}/clienten/C-10432/zorgplan`);
  const panel = await openPanel(page);
  await ask(panel, 'Opslaan in het zorgplan doet niets.');
  await includePicture(panel);
  await expect(panel.getByText('Je bent nu op: Dossier › Zorgplan')).toBeVisible();
  await panel.getByRole('button', { name: 'Opslaan in bundel' }).click();
  await panel.getByRole('button', { name: 'Sluiten' }).click();

  await page.getByRole('navigation').first().getByRole('link', { name: 'Agenda' }).click();
  const again = await openPanel(page);
  await again.getByRole('button', { name: 'Nog een vraag toevoegen' }).click();
  await again.getByLabel('Wat gebeurt er precies?').fill('De agenda springt terug naar vorige week.');
  await again.getByRole('button', { name: 'Controleren en versturen' }).click();

  await expect(again.getByText('Dit sturen we mee')).toBeVisible();
  await expect(again.getByText('Opslaan in het zorgplan doet niets.', { exact: true })).toBeVisible();
  await expect(again.getByText('De agenda springt terug naar vorige week.', { exact: true })).toBeVisible();
  await again.getByRole('button', { name: '2 vragen versturen' }).click();
  const number = await receiptNumber(again);
  await expect(again.getByText(`${number}.1`)).toBeVisible();
  await expect(again.getByText(`${number}.2`)).toBeVisible();
  await expect(again.getByText('Alles ontvangen')).toBeVisible();

  await ownDemo.kill();
  await ownDemo.restart();

  const inbox = await openInbox(browser, ownDemo.url);
  await expect(inbox.getByText(`${number}.1`).first()).toBeVisible();
  await expect(inbox.getByText(`${number}.2`).first()).toBeVisible();
  await inbox.getByText('Opslaan in het zorgplan doet niets.').first().click();
  await expect(inbox.getByRole('img').first()).toBeVisible();
  await answer(inbox, 'Opslaan in het zorgplan doet niets.', 'Ververs de pagina, dan werkt het weer.');

  await page.reload();
  await supportIsReady(page);
  await expect(launcherOf(page)).toHaveAccessibleName('Praat met Cliendo, 1 nieuw antwoord');
  await launcherOf(page).click();
  await panelOf(page)
    .getByRole('button', { name: /Mijn vragen/ })
    .click();
  await expect(panelOf(page).getByText('Nieuw antwoord')).toBeVisible();
  await expect(panelOf(page).getByText('Ontvangen')).toBeVisible();
  await panelOf(page)
    .getByRole('button', { name: /Opslaan in het zorgplan/ })
    .click();
  await expect(panelOf(page).getByText('Ververs de pagina, dan werkt het weer.')).toBeVisible();
  await panelOf(page).getByLabel('Je reactie').fill('Dank, het werkt.');
  await panelOf(page).getByRole('button', { name: 'Reactie versturen' }).click();
  await expect(inbox.getByText('Dank, het werkt.').first()).toBeVisible({ timeout: 30_000 });
});
