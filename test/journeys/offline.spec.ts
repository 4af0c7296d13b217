import { expect, test } from '../support/demo';
import { ask, includePicture, isKept, logIn, openPanel, receiptNumber, received, send } from '../support/journey';

const KEPT = 'Je vraag staat klaar. We sturen hem zodra het kan.';

test('a question sent without internet is kept, and goes by itself once, when there is internet again', async ({
  page,
  context,
  demo,
}) => {
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Zonder internet gesteld.');
  await includePicture(panel);
  await isKept(panel);
  await context.setOffline(true);
  await send(panel);
  await expect(panel.getByRole('heading', { name: 'Bewaard' })).toBeVisible();
  await expect(panel.getByText(KEPT).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Mijn vragen' }).click();
  await expect(panel.getByRole('button', { name: /Zonder internet gesteld/ })).toContainText('Wacht op internet');
  await context.setOffline(false);
  await expect(panel.getByRole('button', { name: /Zonder internet gesteld/ })).toContainText('Ontvangen', {
    timeout: 20_000,
  });
  await expect.poll(() => received(demo.url, 'Zonder internet gesteld.')).toMatchObject([{ attachments: 1 }]);
});

test('a question sent without internet gets its number on the receipt that is still open', async ({
  page,
  context,
  demo,
}) => {
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Het nummer komt later.');
  await isKept(panel);
  await context.setOffline(true);
  await send(panel);
  await expect(panel.getByText(KEPT).first()).toBeVisible();
  await context.setOffline(false);
  await receiptNumber(panel);
  await expect(panel.getByText('Alles ontvangen')).toBeVisible();
});

test('a question sent while the receiver is down arrives once it is up again', async ({ page, ownDemo }) => {
  await logIn(page, ownDemo.url);
  const panel = await openPanel(page);
  await ask(panel, 'De ontvanger ligt eruit.');
  await isKept(panel);
  await ownDemo.kill();
  await send(panel);
  await expect(panel.getByText(KEPT).first()).toBeVisible();
  await ownDemo.restart();
  await expect(panel.getByText(/^Nummer: /)).toBeVisible({ timeout: 40_000 });
  expect(await received(ownDemo.url, 'De ontvanger ligt eruit.')).toHaveLength(1);
});

test('an answer that gets lost on the way back makes no second question', async ({ page, demo }) => {
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Het antwoord ging verloren.');
  let sent = 0;
  await page.route('**/v1/submissions/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch(); // the receiver has it
    await route.abort('connectionreset'); // the browser does not know
  });
  await send(panel);
  await expect(panel.getByText(/^Nummer: /)).toBeVisible({ timeout: 40_000 });
  expect(sent).toBeGreaterThan(1);
  expect(await received(demo.url, 'Het antwoord ging verloren.')).toHaveLength(1);
});
