/** A new colleague and the hints of the demo, in a real browser: what comes, what it leads to, and that it does not come back. */
import { accessibilityProblems } from '../support/accessibility';
import { expect } from '../support/demo';
import { atNoon, cardOf, hintsOf, listed, reasonOf, startHint, test } from '../support/hinted';
import { goTo, logIn, logOut, openPanel, panelOf } from '../support/journey';

const WELCOME = 'Fijn dat je er bent';
const NEWS = 'Nieuw: weekoverzicht in de agenda';

test('a new colleague is shown round: over pages, through a reload, to the end, and is not asked again', async ({
  page,
  hinted,
}) => {
  await logIn(page, hinted.url);
  const welcome = cardOf(page, WELCOME);
  await expect(welcome).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await welcome.getByRole('button', { name: 'Laat het zien' }).click();
  await expect(cardOf(page, 'Ga naar Rapportage')).toBeVisible();
  await expect(welcome).toHaveCount(0);
  await goTo(page, 'Rapportage');
  const second = cardOf(page, 'Schrijf wat je hebt gezien');
  await expect(second.getByText('Stap 2 van 3')).toBeVisible();
  await page.reload();
  await expect(second.getByText('Stap 2 van 3')).toBeVisible(); // a tour goes on where it was
  await page.getByLabel('Cliënt', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Wat wil je vastleggen?').pressSequentially('Mevrouw heeft goed geslapen.');
  await expect(page.getByLabel('Wat wil je vastleggen?')).toHaveValue('Mevrouw heeft goed geslapen.');
  const last = cardOf(page, 'Sla de rapportage op');
  await expect(last.getByText('Stap 3 van 3')).toBeVisible();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(hintsOf(page).locator('.hint')).toHaveCount(0);
  await goTo(page, 'Vandaag');
  await expect.poll(() => reasonOf(page, 'eerste-rapportage')).toBe('frequency'); // done
  await expect.poll(() => reasonOf(page, 'welkom')).toBe('frequency');
});

test('a banner that was read stays away, on this computer and on the next one, and from nobody else', async ({
  page,
  browser,
  hinted,
}) => {
  await logIn(page, hinted.url);
  const banner = cardOf(page, NEWS);
  await banner.getByRole('button', { name: 'Niet meer laten zien' }).click();
  await expect(banner).toHaveCount(0);
  await page.reload();
  await expect.poll(() => reasonOf(page, 'nieuwe-versie')).toBe('never');

  const elsewhere = await (await browser.newContext()).newPage();
  await atNoon(elsewhere);
  await logIn(elsewhere, hinted.url);
  await expect(cardOf(elsewhere, WELCOME)).toBeVisible(); // hints run
  expect(await reasonOf(elsewhere, 'nieuwe-versie')).toBe('never');
  await elsewhere.context().close();

  await logOut(page);
  await expect(hintsOf(page).locator('.hint')).toHaveCount(0);
  await page.getByRole('button', { name: 'Mehmet Aydin' }).click();
  await expect(cardOf(page, NEWS)).toBeVisible();
});

test('a beacon shows what it is about when it is pressed, with the keyboard too, and leads into a tour', async ({
  page,
  hinted,
}) => {
  await logIn(page, `${hinted.url}/agenda`);
  const dot = hintsOf(page).getByRole('button', { name: /Nieuwe afspraak/ });
  await expect(dot).toBeVisible();
  await dot.focus();
  await page.keyboard.press('Enter');
  const card = cardOf(page, 'Een afspraak in drie tellen');
  await expect(card).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Nieuwe afspraak' }).first()).toBeFocused(); // the dot is gone; its place is not
  await startHint(page, 'afspraak-maken');
  await dot.press('Enter');
  await card.getByRole('button', { name: 'Laat het zien' }).click();
  await cardOf(page, 'De hele week naast elkaar').getByRole('button', { name: 'Volgende' }).click();
  await expect(cardOf(page, 'Maak hier een afspraak')).toBeVisible();
  await page.getByRole('button', { name: 'Nieuwe afspraak' }).first().click();
  await expect(page.getByRole('dialog', { name: /afspraak/i })).toBeVisible(); // the page's own button did what it does
  await expect(hintsOf(page).locator('.hint')).toHaveCount(0);
});

test('the text of a report is typed on while its hint comes, and the arrows stay in the field', async ({
  page,
  hinted,
}) => {
  await logIn(page, `${hinted.url}/rapportage`);
  await expect.poll(() => reasonOf(page, 'rapportage-schrijven')).toBe('trigger');
  const field = page.getByLabel('Wat wil je vastleggen?');
  await field.click();
  const card = cardOf(page, 'Schrijf wat je zag');
  await expect(card).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type('Zij at wel.');
  for (let back = 0; back < 'at wel.'.length; back += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('niet, ');
  await expect(field).toHaveValue('Zij niet, at wel.');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(field).toBeFocused();
});

test('what a pointer brings stays while the pointer goes to it', async ({ page, hinted }) => {
  await logIn(page, `${hinted.url}/clienten/C-10432`);
  const button = page.getByRole('button', { name: 'BSN tonen' });
  await expect.poll(() => reasonOf(page, 'bsn-openen')).toBe('trigger');
  await button.hover();
  const card = cardOf(page, 'Dit wordt vastgelegd');
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  if (!box) throw new Error('The card is not there.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  await expect(card.getByRole('button', { name: 'Niet meer laten zien' })).toBeVisible();
  await page.mouse.move(10, 300, { steps: 12 });
  await expect(card).toHaveCount(0);
});

test('the list of the page shows them by hand, also when none may come by itself', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await cardOf(page, WELCOME).getByRole('button', { name: 'Sluiten' }).click();
  const panel = await openPanel(page);
  const own = panel.getByRole('list', { name: 'Aanwijzingen op deze pagina' });
  await expect(own.getByRole('button', { name: 'Je eerste week' })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await panel.getByRole('checkbox').uncheck();
  await expect(cardOf(page, NEWS)).toHaveCount(0);
  await own.getByRole('button', { name: WELCOME }).click();
  await expect(cardOf(page, WELCOME)).toBeVisible();
  expect(await listed(page)).toContain('eerste-week');
});

test('a checklist ticks what was visited, and goes on where it was', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await expect.poll(() => reasonOf(page, 'eerste-week')).toBe('trigger');
  await startHint(page, 'eerste-week');
  const card = cardOf(page, 'Je eerste week');
  await expect(card.getByText('0 van 3 klaar')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await goTo(page, 'Agenda');
  await expect(card).toHaveCount(0);
  await goTo(page, 'Vandaag');
  await startHint(page, 'eerste-week');
  await expect(card.getByText('1 van 3 klaar')).toBeVisible();
});

test('pressing again and again brings help, which asks the question in our panel', async ({ page, hinted }) => {
  await logIn(page, `${hinted.url}/clienten`);
  await expect.poll(() => reasonOf(page, 'lukt-het-niet')).toBe('trigger');
  await page.getByRole('heading', { level: 1 }).click({ clickCount: 3 }); // chooses a line of text
  await expect(hintsOf(page).locator('.hint')).toHaveCount(0);
  await page.getByRole('navigation').first().getByRole('link', { name: 'Cliënten' }).click({ clickCount: 3 });
  const card = cardOf(page, 'Lukt het niet?');
  await card.getByRole('button', { name: 'Laat het zien' }).click();
  await expect(panelOf(page).getByLabel('Wat gebeurt er precies?')).toHaveValue('Het lukt niet');
});
