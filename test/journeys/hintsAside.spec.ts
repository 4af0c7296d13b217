/** When hints step aside: on paper, and when somebody stops them; and how the keyboard finds them. */
import type { Page } from '@playwright/test';
import type { Demo } from '../support/demo';
import { expect } from '../support/demo';
import { cardOf, hintsOf, listed, reasonOf, test } from '../support/hinted';
import { logIn, openPanel } from '../support/journey';

const WELCOME = 'Fijn dat je er bent';
const NEWS = 'Nieuw: weekoverzicht in de agenda';

/** Ingrid stops hints, or lets them go on, at another computer. */
async function pause({ url }: Demo, hints: readonly string[], paused: boolean): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const entered = await fetch(`${url}/host/api/session`, { method: 'POST', headers, body: '{"person":"p-ingrid"}' });
  const [cookie = ''] = entered.headers.getSetCookie();
  const { token } = (await (await fetch(`${url}/host/api/support-token`, { headers: { cookie } })).json()) as {
    token: string;
  };
  const answer = await fetch(`${url}/v1/hints/pause`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: JSON.stringify({ environment: 'productie', hints, paused, note: 'Staat in de weg' }),
  });
  expect(answer.status).toBe(200);
}

/** The window gets the focus again, so many seconds later: within 20 seconds of the last time nothing is asked anew. */
async function comeBack(page: Page, seconds: number): Promise<void> {
  const noon = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(noon + seconds * 1000);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
}

test('a page that is printed has no hints on it', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await expect(cardOf(page, WELCOME)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(cardOf(page, WELCOME)).toBeHidden();
  await expect(cardOf(page, NEWS)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(cardOf(page, WELCOME)).toBeVisible();
});

test('what is stopped at another computer goes when somebody looks at the window again, and starts no more', async ({
  page,
  hinted,
}) => {
  await logIn(page, hinted.url);
  await expect(cardOf(page, WELCOME)).toBeVisible();
  await expect(cardOf(page, NEWS)).toBeVisible();
  await pause(hinted, ['welkom'], true);
  await comeBack(page, 30);
  await expect(cardOf(page, WELCOME)).toHaveCount(0);
  await expect(cardOf(page, NEWS)).toBeVisible();
  expect(await reasonOf(page, 'welkom')).toBe('status');
  await pause(hinted, ['*'], true);
  await comeBack(page, 30);
  await expect(hintsOf(page).locator('.hint')).toHaveCount(0);
  await page.reload();
  await expect.poll(() => listed(page)).toEqual([]);
  await pause(hinted, ['*', 'welkom'], false);
  await comeBack(page, 30);
  await expect.poll(() => listed(page)).toContain('welkom');
});

test('the hints of a page are found and shown with the keyboard alone, and the focus comes back', async ({
  page,
  hinted,
}) => {
  await logIn(page, hinted.url);
  await cardOf(page, WELCOME).getByRole('button', { name: 'Later' }).click();
  const panel = await openPanel(page);
  const list = panel.getByRole('list', { name: 'Aanwijzingen op deze pagina' });
  const welcome = list.getByRole('button', { name: WELCOME });
  await expect(welcome).toBeVisible();
  for (let step = 0; step < 30 && !(await welcome.evaluate((button) => button.matches(':focus'))); step++)
    await page.keyboard.press('Tab'); // oxlint-disable-line no-await-in-loop -- one key after another
  await expect(welcome).toBeFocused();
  await page.keyboard.press('Enter');
  const card = cardOf(page, WELCOME);
  await expect(card).toBeVisible();
  await expect(card.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});
