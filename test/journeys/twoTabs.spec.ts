import type { Locator } from '@playwright/test';
import { expect, test } from '../support/demo';
import { ask, logIn, openPanel, receiptNumber, received } from '../support/journey';

const addToBundle = async (panel: Locator, words: string): Promise<void> => {
  await ask(panel, words);
  await panel.getByRole('button', { name: 'Opslaan in bundel' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: words })).toBeVisible();
};

test('two tabs of one person fill one bundle, and sending in both at once sends it once', async ({
  page,
  context,
  demo,
}) => {
  const other = await context.newPage();
  await logIn(page, demo.url);
  await other.goto(`${demo.url}/agenda`);
  const left = await openPanel(page);
  const right = await openPanel(other);
  await addToBundle(left, 'Twee tabbladen: het ene.');
  await addToBundle(right, 'Twee tabbladen: het andere.');
  for (const panel of [left, right]) {
    await expect(panel.getByRole('listitem').filter({ hasText: 'Twee tabbladen: het ene.' })).toBeVisible();
    await expect(panel.getByRole('listitem').filter({ hasText: 'Twee tabbladen: het andere.' })).toBeVisible();
    await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
    await expect(panel.getByText('Dit sturen we mee').first()).toBeVisible();
  }
  await Promise.all([left, right].map((panel) => panel.getByRole('button', { name: '2 vragen versturen' }).click()));

  const outcome = (panel: Locator): Locator => panel.getByText(/^Nummer: |^Deze vraag is al verstuurd/);
  for (const panel of [left, right]) await expect(outcome(panel).first()).toBeVisible();
  const [winner, loser] = (await left.getByText(/^Nummer: /).isVisible()) ? [left, right] : [right, left];
  await expect(loser.getByText('Deze vraag is al verstuurd. Kijk bij Mijn vragen.').first()).toBeVisible();
  const number = await receiptNumber(winner);
  const rows = await received(demo.url, 'Twee tabbladen');
  expect(rows.map((row) => row.number).sort()).toEqual([`${number}.1`, `${number}.2`]);
});
