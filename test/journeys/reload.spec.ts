import { expect, test } from '../support/demo';
import {
  ask,
  goOn,
  goTo,
  includePicture,
  launcherOf,
  logIn,
  openPanel,
  panelOf,
  questionField,
  receiptNumber,
  received,
  send,
  supportIsReady,
} from '../support/journey';
import { openProfile } from '../support/profile';

test('who reloads in the middle of typing goes on with the same words, and nothing that sends is fetched before the panel opens', async ({
  page,
  demo,
}) => {
  const sending: string[] = [];
  page.on('request', (request) => {
    if (/\/delivery-[^/]*\.js$/.test(request.url())) sending.push(request.url());
  });
  await logIn(page, demo.url);
  await supportIsReady(page);
  expect(sending).toEqual([]);
  const panel = await openPanel(page);
  await ask(panel, 'Ik typ nog');
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible(); // not before it is known whose words these are
  await page.keyboard.type(' en ik ben nog niet klaar.');
  await page.reload();
  await openPanel(page);
  await goOn(panel);
  await expect(questionField(panel)).toHaveValue('Ik typ nog en ik ben nog niet klaar.');

  await panel.getByRole('button', { name: 'Terug' }).click();
  await panel.getByLabel('Typ je vraag').focus();
  await page.keyboard.type('En dan');
  await page.reload();
  await openPanel(page);
  await expect(panel.getByLabel('Typ je vraag')).toHaveValue('En dan');
  expect(sending, 'it is there before the connection goes').not.toEqual([]);
});

test('words are not called saved before it is known whose they are', async ({ page, demo }) => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/host/api/support-token', async (route) => {
    await answered;
    await route.continue();
  });
  await logIn(page, demo.url);
  await expect(launcherOf(page)).toBeVisible();
  await launcherOf(page).click();
  const panel = panelOf(page);
  await ask(panel, 'Van wie ben ik?');
  await expect(panel.getByText('Laat dit venster open tot je vraag weg is.')).toBeVisible();
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toHaveCount(0);
  answer();
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
  await page.reload();
  await openPanel(page);
  await goOn(panel);
  await expect(questionField(panel)).toHaveValue('Van wie ben ik?');
});

test('a bundle of two with a picture is complete after a reload, and goes as it was', async ({ page, demo }) => {
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Bundel na herladen: het eerste.');
  await includePicture(panel);
  await panel.getByRole('button', { name: 'Opslaan in bundel' }).click();
  await panel.getByRole('button', { name: 'Nog een vraag toevoegen' }).click();
  await questionField(panel).fill('Bundel na herladen: het tweede.');
  await panel.getByRole('button', { name: 'Opslaan in bundel' }).click();
  await page.reload();
  await openPanel(page);
  await panel.getByRole('button', { name: 'Je bundel (2)' }).click();
  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await expect(panel.getByText('Bundel na herladen: het eerste.', { exact: true })).toBeVisible();
  await expect(panel.getByText('Bundel na herladen: het tweede.', { exact: true })).toBeVisible();
  await expect(panel.getByRole('img', { name: 'Screenshot' })).toBeVisible();
  await panel.getByRole('button', { name: '2 vragen versturen' }).click();
  const number = await receiptNumber(panel);
  await expect(panel.getByText('Alles ontvangen')).toBeVisible();
  const rows = await received(demo.url, 'Bundel na herladen');
  expect(rows.map((row) => [row.number, row.attachments]).sort()).toEqual([
    [`${number}.1`, 1],
    [`${number}.2`, 0],
  ]);
});

test('who reloads while it is being sent finds it sent, once, without doing anything', async ({ page, demo }) => {
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Herladen tijdens het versturen.');
  await includePicture(panel);
  await page.route('**/v1/submissions/*', () => undefined); // a network so slow that no answer ever comes
  const asked = page.waitForRequest((request) => request.method() === 'PUT');
  await send(panel);
  await asked;
  await expect(panel.getByText('Je vraag staat klaar. We sturen hem zodra het kan.').first()).toBeVisible();
  await page.unroute('**/v1/submissions/*');
  await page.reload();
  await expect.poll(async () => (await received(demo.url, 'Herladen tijdens het versturen.')).length).toBe(1);
  await openPanel(page);
  await panel.getByRole('button', { name: /^Mijn vragen/ }).click();
  await expect(panel.getByRole('button', { name: /Herladen tijdens het versturen/ })).toContainText('Ontvangen');
  await expect(panel.getByRole('button', { name: /Herladen tijdens het versturen/ })).toHaveCount(1);
  expect(await received(demo.url, 'Herladen tijdens het versturen.')).toMatchObject([{ attachments: 1 }]);
});

test('who closes the browser and comes back the next day finds the question and its picture', async ({
  launchOptions,
  demo,
}, thisTest) => {
  const profile = thisTest.outputPath('profile');
  const openBrowser = () => openProfile(profile, { ...launchOptions, viewport: { width: 1280, height: 800 } });
  const first = await openBrowser();
  const before = await first.newPage();
  await logIn(before, demo.url);
  await goTo(before, 'Agenda');
  const panel = await openPanel(before);
  await ask(panel, 'Morgen verder.');
  await includePicture(panel);
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
  await first.close();

  const second = await openBrowser();
  const after = await second.newPage();
  await logIn(after, demo.url);
  await supportIsReady(after);
  await openPanel(after);
  await goOn(panelOf(after));
  await expect(questionField(panelOf(after))).toHaveValue('Morgen verder.');
  await expect(panelOf(after).getByText('Screenshot 1')).toBeVisible();
  await send(panelOf(after));
  await receiptNumber(panelOf(after));
  await expect(panelOf(after).getByText('Alles ontvangen')).toBeVisible();
  await second.close();
});
