import type { Page } from '@playwright/test';
import { expect, test } from '../support/demo';
import {
  answer,
  ask,
  LAUNCHER_NAME,
  launcherOf,
  logIn,
  openInbox,
  openPanel,
  receiptNumber,
  send,
  supportIsReady,
} from '../support/journey';

const QUESTION = 'Wie hoort het als eerste?';
/** Less than the four minutes after which a closed panel would look for itself: what shows by then was told. */
const TOLD = { timeout: 60_000 };

test('an answer shows in every tab as it is given, by one stream that another tab takes over', async ({
  page,
  context,
  browser,
  demo,
}) => {
  const streams: Page[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/v1/events') streams.push(request.frame().page());
  });
  await logIn(page, demo.url, 'Mehmet Aydin');
  const panel = await openPanel(page);
  await ask(panel, QUESTION);
  await send(panel);
  await receiptNumber(panel);
  await panel.getByRole('button', { name: 'Terug naar mijn werk' }).click();
  const other = await context.newPage();
  await other.goto(`${demo.url}/agenda`);
  await supportIsReady(other);
  await expect.poll(() => streams.length).toBeGreaterThan(0);
  expect(new Set(streams)).toEqual(new Set([page]));

  const inbox = await openInbox(browser, demo.url);
  await answer(inbox, QUESTION, 'Allebei.');
  for (const tab of [page, other])
    await expect(launcherOf(tab)).toHaveAccessibleName(`${LAUNCHER_NAME}, 1 nieuw antwoord`, TOLD);
  expect(streams).not.toContain(other);

  await page.close();
  await expect.poll(() => streams, TOLD).toContain(other);
  await inbox.getByRole('link', { name: /^Alles/ }).click();
  await answer(inbox, QUESTION, 'En nu deze.');
  await expect(launcherOf(other)).toHaveAccessibleName(`${LAUNCHER_NAME}, 2 nieuwe antwoorden`, TOLD);
  await inbox.context().close();
});
