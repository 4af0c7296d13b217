/** Somebody records what happens on a page that has hints. */
import { expect } from '../support/demo';
import { cardOf, hintsOf, startHint, test } from '../support/hinted';
import { ask, logIn, openPanel } from '../support/journey';
import { barOf, capturing, recordFor } from '../support/recording';

const WELCOME = 'Fijn dat je er bent';
const NEWS = 'Nieuw: weekoverzicht in de agenda';

test.use({ launchOptions: capturing() });

test('no hint is seen and none starts; what was there comes back after it', async ({ page, hinted }) => {
  await logIn(page, hinted.url);
  await cardOf(page, WELCOME).getByRole('button', { name: 'Later' }).click();
  await expect(cardOf(page, NEWS)).toBeVisible();
  const panel = await openPanel(page);
  await ask(panel, 'De agenda springt weg');
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  await recordFor(page, 1);
  await expect(cardOf(page, NEWS)).toBeHidden();
  await startHint(page, 'agenda-rondleiding');
  await recordFor(page, 3);
  await expect(hintsOf(page).locator('.hint')).toHaveCount(0);
  await barOf(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  await panel.getByRole('button', { name: 'Sluiten' }).first().click();
  await expect(cardOf(page, NEWS)).toBeVisible();
});
