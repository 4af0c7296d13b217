/** A picture that is edited before it goes along: by keyboard alone, and with something shown that was covered. */
import type { Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test } from '../support/demo';
import {
  ask,
  logIn,
  openInbox,
  openPanel,
  panelOf,
  questionField,
  receiptNumber,
  received,
  send,
  supportIsReady,
} from '../support/journey';
import { focusedStop } from '../support/keyboardWalk';

/** Presses a key until what has the focus is called this. */
async function walkTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press(key);
    const stop = await focusedStop(page);
    if (stop && name.test(stop.name)) return;
    seen.push(stop?.name ?? '(nothing)');
  }
  throw new Error(`${String(name)} was not reached; passed: ${seen.join(' | ')}`);
}

test.setTimeout(180_000); // many presses; a busy machine is no reason to fail

const editorOf = (page: Page) => page.getByRole('dialog', { name: /^(Screenshot nakijken|Beeld bewerken)$/ });

/** Chooses a tool in the toolbar by key, wherever the focus is in the editor. */
async function useTool(page: Page, name: RegExp): Promise<void> {
  await walkTo(page, /^(Kiezen|Afdekken|Pijl|Kader|Pen|Tekst|Nummer|Bijsnijden)$/, 'Shift+Tab');
  const stop = await focusedStop(page);
  if (!name.test(stop?.name ?? '')) await walkTo(page, name, 'ArrowRight');
  await page.keyboard.press('Enter');
}

test('by keyboard alone a spot is covered, an arrow drawn, the picture cut, that undone, and all of it sent', async ({
  page,
  ownDemo,
}) => {
  await logIn(page, ownDemo.url);
  await page.goto(`${ownDemo.url}/clienten/C-10432/zorgplan`);
  await supportIsReady(page);
  await page.keyboard.press('Alt+Shift+H');
  await expect(panelOf(page).getByLabel('Typ je vraag')).toBeFocused();
  await page.keyboard.type('Opslaan in het zorgplan doet niets.');
  await page.keyboard.press('Enter');
  await expect(questionField(panelOf(page))).toBeFocused();
  await expect(panelOf(page).getByRole('button', { name: 'Meesturen', exact: true })).toBeVisible();
  await walkTo(page, /^Bewerken: Screenshot 1$/);
  await page.keyboard.press('Enter');
  await expect(editorOf(page)).toBeVisible();

  await useTool(page, /^Afdekken$/);
  await expect(editorOf(page).getByRole('button', { name: 'Afgedekte plek 1' })).toBeFocused();
  await page.keyboard.press('Control+ArrowUp');
  await useTool(page, /^Pijl$/);
  await expect(editorOf(page).getByRole('button', { name: 'Pijl 1' })).toBeFocused();
  await page.keyboard.press('Shift+Control+ArrowRight');
  await useTool(page, /^Bijsnijden$/);
  await expect(editorOf(page).getByRole('button', { name: 'Rand van het beeld' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(editorOf(page).getByRole('button', { name: 'Rand van het beeld' })).toHaveCount(0);
  await page.keyboard.press('Control+Enter'); // Klaar
  await expect(editorOf(page)).toBeHidden();
  await expect(panelOf(page).getByRole('list', { name: 'Bijlagen' }).getByText('Screenshot 1')).toBeVisible();

  await walkTo(page, /^Versturen$/);
  await page.keyboard.press('Enter');
  await receiptNumber(panelOf(page));
  await expect(panelOf(page).getByText('Alles ontvangen')).toBeVisible();
  expect(await received(ownDemo.url, 'Opslaan in het zorgplan')).toMatchObject([{ attachments: 1 }]);
});

test('a picture in which something is shown again must be looked at, can be edited there once more, and arrives with its words', async ({
  page,
  ownDemo,
  browser,
}) => {
  await logIn(page, ownDemo.url);
  await page.goto(`${ownDemo.url}/clienten/C-10432/zorgplan`);
  const panel = await openPanel(page);
  await ask(panel, 'De naam staat er verkeerd.');
  await panel.getByRole('button', { name: 'Meesturen', exact: true }).click();
  await panel.getByRole('button', { name: 'Screenshot 1 bewerken' }).click();
  await editorOf(page)
    .getByRole('button', { name: /^Laten zien:/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Laten zien', exact: true }).click();
  await expect(editorOf(page).getByText('Nu te zien', { exact: true })).toBeVisible();
  await editorOf(page)
    .getByRole('textbox', { name: /Wat is er te zien/ })
    .fill('De naam boven aan het plan, BSN 123456782.');
  await editorOf(page).getByRole('button', { name: 'Klaar' }).click();
  await expect(editorOf(page)).toBeHidden();

  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await expect(panel.getByText('Dit sturen we mee').first()).toBeVisible();
  await panel.locator('summary').filter({ hasText: 'Technische gegevens' }).click();
  await panel.getByText('Precies wat we sturen').click();
  await expect(panel.getByText(/"revealed": \[\s*\{/)).toBeVisible();
  await expect(panel.getByText(/ · De naam boven aan het plan, BSN \[BSN\]\.$/)).toBeVisible();
  await expect(panel.getByText(/"alt": "De naam boven aan het plan, BSN \[BSN\]\."/)).toBeVisible();
  await panel.getByRole('button', { name: 'Bewerken: Screenshot' }).click();
  await editorOf(page)
    .getByRole('button', { name: /^Weer afdekken:/ })
    .click();
  await editorOf(page).getByRole('button', { name: 'Klaar' }).click();
  await expect(editorOf(page)).toBeHidden();
  await expect(panel.getByText('Ik heb het beeld nagekeken.')).toBeHidden(); // nothing is shown any more
  await send(panel);
  await receiptNumber(panel);
  await expect(panel.getByText('Alles ontvangen')).toBeVisible();

  const inbox = await openInbox(browser, ownDemo.url);
  await inbox.getByText('De naam staat er verkeerd.').first().click();
  const picture = inbox.getByRole('button', { name: 'Screenshot 1 groot bekijken' });
  await expect(picture).toHaveAccessibleDescription('De naam boven aan het plan, BSN [BSN].');
  await picture.click();
  const viewer = inbox.getByRole('dialog', { name: /^Screenshot 1/ });
  await expect(viewer.getByText('De naam boven aan het plan, BSN [BSN].')).toBeVisible();
  expect(await accessibilityProblems(inbox, '.viewer')).toEqual([]);
  await inbox.context().close();
});

test('three pictures go along, each edited on its own; after a reload nothing can be shown any more', async ({
  page,
  ownDemo,
}) => {
  await logIn(page, ownDemo.url);
  await page.goto(`${ownDemo.url}/clienten/C-10432/zorgplan`);
  const panel = await openPanel(page);
  await ask(panel, 'Drie keer hetzelfde.');
  await panel.getByRole('button', { name: 'Niet meesturen', exact: true }).click();
  for (const number of [1, 2, 3]) {
    await panel.getByRole('button', { name: 'Screenshot maken' }).click();
    await expect(panel.getByRole('button', { name: `Screenshot ${number} bewerken` })).toBeVisible();
  }
  await panel.getByRole('button', { name: 'Screenshot 2 bewerken' }).click();
  const tools = editorOf(page).getByRole('toolbar');
  await tools.getByRole('button', { name: 'Afdekken' }).focus();
  await page.keyboard.press('Enter');
  await editorOf(page).getByRole('button', { name: 'Klaar' }).click();
  await expect(editorOf(page)).toBeHidden();
  await expect(panel.getByRole('listitem')).toHaveCount(3);
  await panel.getByRole('button', { name: 'Screenshot 2 bewerken' }).click(); // the covering is still there to be moved
  await expect(editorOf(page).getByRole('button', { name: 'Afgedekte plek 1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editorOf(page)).toBeHidden();

  await page.reload();
  const again = await openPanel(page);
  await again
    .getByRole('button', { name: /^Verder met je vraag|Drie keer/ })
    .first()
    .click();
  await again.getByRole('button', { name: 'Screenshot 2 bewerken' }).click();
  await expect(editorOf(page).getByText('Laten zien kan hier niet meer.')).toBeVisible();
  await expect(editorOf(page).getByRole('button', { name: 'Afgedekte plek 1' })).toHaveCount(0); // burnt in
});
