import type { Page } from '@playwright/test';
import { expect, test } from '../support/pages';

const body = `
  <main><button id="openModal" type="button">Open</button></main>
  <dialog id="modal" aria-label="Afspraak"><input aria-label="Titel"><button type="button">Bewaar</button></dialog>
  <script type="module">openModal.addEventListener('click', () => modal.showModal());</script>`;

const question = (page: Page) => page.getByRole('textbox', { name: 'Vraag' });
const pill = (page: Page) => page.getByRole('button', { name: 'Verder met je vraag' });
const state = (page: Page) => page.locator('html');

/** On top: a press in its middle arrives. */
const isOnTop = (page: Page, name: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const { roots } = (window as unknown as { support: { roots: ShadowRoot[] } }).support; // pages/uiLayer.tsx
    const target = roots
      .flatMap((root) => [...root.querySelectorAll('button')])
      .find((one) => one.textContent === wanted);
    const box = target?.getBoundingClientRect();
    const root = target?.getRootNode() as ShadowRoot | undefined;
    return !!box && !!root && !!target?.contains(root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  }, name);

test.beforeEach(async ({ page, pages }) => {
  await pages.open({ script: 'uiLayer', body });
  await page.evaluate('support.open()');
  await question(page).fill('Opslaan doet');
});

test('the panel gives way to a modal of the host and comes back above it, in nine steps', async ({ page }) => {
  await test.step('1 the host opens its modal: the panel is parked', async () => {
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(state(page)).toHaveAttribute('data-layer', 'parked');
    await expect(question(page)).toBeHidden();
  });
  await test.step('2 the pill is on top, inside the modal', async () => {
    expect(await isOnTop(page, 'Verder met je vraag')).toBe(true);
    expect(await page.evaluate('support.roots[1].host.parentElement.id')).toBe('modal');
  });
  await test.step('3 a press on it opens the panel above the modal', async () => {
    await pill(page).click();
    await expect(state(page)).toHaveAttribute('data-layer', 'over');
    expect(await isOnTop(page, 'Druk')).toBe(true);
  });
  await test.step('4 typing arrives where it was left', async () => {
    await page.keyboard.type(' niets');
    await expect(question(page)).toHaveValue('Opslaan doet niets');
  });
  await test.step('5 the field of the host got nothing', async () => {
    await expect(page.locator('#modal input')).toHaveValue('');
  });
  await test.step('6 the panel parks again', async () => {
    await page.evaluate('support.park()');
    await expect(state(page)).toHaveAttribute('data-layer', 'parked');
  });
  await test.step('7 the field of the host takes typing', async () => {
    await page.locator('#modal input').click();
    await page.keyboard.type('Intake');
    await expect(page.locator('#modal input')).toHaveValue('Intake');
  });
  await test.step('8 pill again, and the modal of the host closes meanwhile', async () => {
    await pill(page).click();
    await page.evaluate('modal.close()');
    await expect(state(page)).toHaveAttribute('data-layer', 'side');
  });
  await test.step('9 the panel goes on beside the page with text and focus, the bar rests under html', async () => {
    await page.keyboard.type('!');
    await expect(question(page)).toHaveValue('Opslaan doet niets!');
    expect(await page.evaluate('support.roots[1].host.parentElement.nodeName')).toBe('HTML');
  });
});

test('Esc above a modal of the host closes nothing by itself: the panel decides', async ({ page }) => {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await pill(page).click();
  await page.keyboard.press('Escape');
  await expect(state(page)).toHaveAttribute('data-layer', 'over');
  expect(await page.evaluate('modal.open')).toBe(true);
});

test('the bar comes back when the host removes its modal without closing it', async ({ page }) => {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(pill(page)).toBeVisible();
  await page.evaluate('modal.remove()');
  await expect(state(page)).toHaveAttribute('data-layer', 'side');
  await expect(question(page)).toHaveValue('Opslaan doet');
  expect(await page.evaluate('support.roots[1].host.parentElement?.nodeName')).toBe('HTML');
});

test('with two modals the bar is in the upper one, and falls back to the lower', async ({ page }) => {
  const home = 'support.roots[1].host.parentElement.id';
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.evaluate(
    `{ const upper = document.createElement('dialog'); upper.id = 'upper'; document.body.prepend(upper); upper.showModal(); }`,
  );
  await expect.poll(() => page.evaluate(home)).toBe('upper');
  expect(await isOnTop(page, 'Verder met je vraag')).toBe(true);
  await page.evaluate('upper.close()');
  await expect.poll(() => page.evaluate(home)).toBe('modal');
  expect(await isOnTop(page, 'Verder met je vraag')).toBe(true);
});

test('a modal that is opened again goes in front of the panel', async ({ page }) => {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await pill(page).click();
  await page.evaluate('modal.close(); modal.showModal()');
  await expect(state(page)).toHaveAttribute('data-layer', 'parked');
  expect(await isOnTop(page, 'Verder met je vraag')).toBe(true);
});

test('a modal inside a shadow root of the host is seen too', async ({ page }) => {
  await page.evaluate(`{
    const part = document.createElement('div');
    document.body.append(part);
    part.attachShadow({ mode: 'open' }).innerHTML = '<dialog><button>Bewaar</button></dialog>';
    part.shadowRoot.querySelector('dialog').showModal();
  }`);
  await expect(state(page)).toHaveAttribute('data-layer', 'parked');
  expect(await isOnTop(page, 'Verder met je vraag')).toBe(true);
});

test('the host keeps its focus when the panel comes back beside it', async ({ page }) => {
  await page.getByRole('button', { name: 'Open', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(pill(page)).toBeVisible();
  await page.evaluate('modal.close()');
  await expect(state(page)).toHaveAttribute('data-layer', 'side');
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeFocused();
});

test('nothing is left open after the end', async ({ page }) => {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await pill(page).click();
  await page.evaluate('support.end()');
  await expect(question(page)).toBeHidden();
  await page.locator('#modal input').fill('gewoon verder');
  await expect(page.locator('#modal input')).toHaveValue('gewoon verder');
});

test('a panel that is opened while a modal is open stands above it', async ({ page }) => {
  await page.evaluate('support.close()');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.evaluate('support.open()');
  await expect(state(page)).toHaveAttribute('data-layer', 'over');
  await question(page).pressSequentially(' niets');
  await expect(question(page)).toHaveValue('Opslaan doet niets');
});
