/** What arrives late in the form moves what stands below it. A press that had begun by then still counts, for what it began on. */
import type { Locator, Page } from '@playwright/test';
import { expect, test, withSupport } from '../support/embed';
import { ask, openPanel, supportIsReady } from '../support/journey';

/** Opens the form while the part with the pictures is on its way; gives what lets it arrive. */
async function openForm(page: Page): Promise<{ readonly panel: Locator; readonly arrive: () => Promise<void> }> {
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/support/captures-*.js', async (route) => {
    await held;
    await route.continue();
  });
  const panel = await openPanel(page);
  await ask(panel, 'De knop Opslaan doet niets.');
  return {
    panel,
    async arrive() {
      arrive();
      await expect(panel.getByRole('button', { name: /^Screenshot/ })).toBeVisible();
    },
  };
}

async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

test.beforeEach(async ({ page, host }) => {
  await host.open({ head: withSupport(), body: '<main><h1>Dossier</h1></main>' });
  await supportIsReady(page);
});

test('a button that moves away while it is being pressed does what it says', async ({ page }) => {
  const { panel, arrive } = await openForm(page);
  const { x, y } = await middleOf(panel.getByRole('button', { name: 'Dit sturen we mee' }));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await arrive();
  await page.mouse.up();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
});

test('who pulls the pointer off a button before letting go takes the press back', async ({ page }) => {
  const { panel, arrive } = await openForm(page);
  const { x, y } = await middleOf(panel.getByRole('button', { name: 'Dit sturen we mee' }));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 60);
  await arrive();
  await page.mouse.up();
  await panel.getByLabel('Wat gebeurt er precies?').press('End');
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeHidden();
});

test('a press that nothing moves does it once', async ({ page }) => {
  const { panel, arrive } = await openForm(page);
  await arrive();
  const more = panel.getByText('Meer vertellen (hoeft niet)');
  const { x, y } = await middleOf(more);
  await page.mouse.click(x, y);
  await expect(panel.getByLabel('Sinds wanneer?')).toBeVisible();
});
