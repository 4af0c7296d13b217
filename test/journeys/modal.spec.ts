import type { Page } from '@playwright/test';
import { expect, test } from '../support/demo';
import { ask, goTo, logIn, openPanel, panelOf, questionField, supportIsReady } from '../support/journey';

const appointmentOf = (page: Page) => page.getByRole('dialog', { name: 'Afspraak bewerken' });
const pillIn = (page: Page) => appointmentOf(page).locator('cliendo-support-bar').getByRole('button');

const openAppointment = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /met .+, \d\d:\d\d$/ })
    .first()
    .click();
  await expect(appointmentOf(page)).toBeVisible();
};

test('with an appointment open in a modal dialog one can still ask, and the appointment stays as it is', async ({
  page,
  demo,
}) => {
  await logIn(page, demo.url);
  await goTo(page, 'Agenda');
  await supportIsReady(page);
  await openAppointment(page);
  await appointmentOf(page).getByLabel('Notitie').fill('Sleutel ligt bij de buren.');

  await pillIn(page).click();
  const panel = panelOf(page);
  await expect(panel.getByLabel('Typ je vraag')).toBeFocused();
  await page.keyboard.type('De afspraak laat zich niet verplaatsen.');
  await expect(panel.getByLabel('Typ je vraag')).toHaveValue('De afspraak laat zich niet verplaatsen.');
  await page.keyboard.press('Enter');
  await expect(questionField(panel)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(appointmentOf(page)).toBeVisible();
  await expect(appointmentOf(page).getByLabel('Notitie')).toHaveValue('Sleutel ligt bij de buren.');

  await page.keyboard.press('Escape');
  await expect(appointmentOf(page)).toBeHidden();
  await openPanel(page);
  await expect(questionField(panel)).toHaveValue('De afspraak laat zich niet verplaatsen.');
});

test('an appointment that opens over the question puts it aside, with the way back in the dialog', async ({
  page,
  demo,
}) => {
  await logIn(page, demo.url);
  await goTo(page, 'Agenda');
  const panel = await openPanel(page);
  await ask(panel, 'Wat betekent deze kleur?');
  await openAppointment(page);
  await expect(panel).toBeHidden();
  await expect(pillIn(page)).toHaveText('Verder met je vraag');
  await pillIn(page).click();
  await expect(questionField(panel)).toHaveValue('Wat betekent deze kleur?');
  await expect(questionField(panel)).toBeFocused();
  await page.keyboard.type(' En deze?');
  await page.keyboard.press('F6'); // back to the dialog
  await expect(panel).toBeHidden();
  await appointmentOf(page).getByRole('button', { name: 'Annuleren' }).click();
  await expect(questionField(panel)).toHaveValue('Wat betekent deze kleur? En deze?');
});
