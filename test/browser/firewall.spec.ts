import type { Page } from '@playwright/test';
import { expect, test } from '../support/pages';

/** Every host counts what it hears of events in our elements, and closes or steals as real ones do. */
const ears = `
  window.heard = [];
  for (const type of ['pointerdown','mousedown','click','keydown','keyup','input','beforeinput','paste','wheel','focusin','focusout'])
    for (const [where, capture] of [[document, true], [document, false], [window, false]])
      where.addEventListener(type, (event) => {
        if (String(event.target.nodeName).startsWith('CLIENDO')) heard.push(type);
      }, capture);
`;
const overlay = `<div id="host" role="dialog" aria-modal="true" aria-label="Venster van de host" style="position:fixed;inset:20px 50% auto 20px;background:#eee">
  <input id="field" aria-label="Veld van de host"></div>`;

const hosts: Readonly<Record<string, { readonly body: string; readonly script: string }>> = {
  'a focus trap as in Bootstrap': {
    body: overlay,
    script: `document.addEventListener('focusin', (event) => { if (!host.contains(event.target)) field.focus(); }); field.focus();`,
  },
  'a focus trap that listens in capture': {
    body: overlay,
    script: `document.addEventListener('focusin', (event) => { if (!host.contains(event.target)) { event.stopImmediatePropagation(); field.focus(); } }, true); field.focus();`,
  },
  'a dialog that takes focus back when it is lost, as in Radix': {
    body: overlay,
    script: `document.body.style.pointerEvents = 'none'; host.style.pointerEvents = 'auto';
      host.addEventListener('focusout', (event) => { if (!host.contains(event.relatedTarget)) field.focus(); }); field.focus();`,
  },
  'all its children inert': { body: overlay, script: `host.inert = true;` },
  'a dialog that closes on presses outside, in bubble': {
    body: overlay,
    script: `document.addEventListener('pointerdown', (event) => { if (!host.contains(event.target)) host.hidden = true; });`,
  },
  'a dialog that closes on presses outside, in capture': {
    body: overlay,
    script: `document.addEventListener('mousedown', (event) => { if (!host.contains(event.target)) host.hidden = true; }, true);`,
  },
  'shortcuts of one letter': {
    body: overlay,
    script: `document.addEventListener('keydown', (event) => { if (event.key === 'n') host.hidden = true; event.preventDefault(); }, true);`,
  },
};

const usePanel = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Vraag' }).click();
  await page.keyboard.type('niets');
  await page.getByRole('button', { name: 'Druk' }).click();
};

for (const [name, host] of Object.entries(hosts)) {
  test(`the panel can be used and the host hears nothing: ${name}`, async ({ page, pages }) => {
    await pages.open({
      script: 'uiLayer',
      body: `${host.body}<script type="module">${ears}${host.script}</script>`,
      path: '/host',
    });
    await page.evaluate('support.open()');
    await usePanel(page);
    await expect(page.getByText('1 keer, 5 tekens')).toBeVisible();
    expect(await page.evaluate('heard')).toEqual([]);
    await expect(page.locator('#host')).toBeVisible();
  });
}

test('without the firewall a host does hear and close: the control', async ({ page, pages }) => {
  const host = hosts['a dialog that closes on presses outside, in bubble'];
  await pages.open({
    script: 'uiLayer',
    body: `${host?.body}<script type="module">${ears}${host?.script}</script>`,
    path: '/host?firewall=off',
  });
  await page.evaluate('support.open()');
  await usePanel(page);
  await expect(page.getByText('1 keer, 5 tekens')).toBeVisible();
  expect(await page.evaluate('heard.length')).toBeGreaterThan(0);
  await expect(page.locator('#host')).toBeHidden();
});

test('a host that saves on blur still learns that its field was left', async ({ page, pages }) => {
  const body = `<input id="field" aria-label="Veld"><script type="module">window.left = 0; field.addEventListener('blur', () => left++); field.focus();</script>`;
  await pages.open({ script: 'uiLayer', body });
  await page.evaluate('support.open()');
  await page.getByRole('textbox', { name: 'Vraag' }).click();
  expect(await page.evaluate('left')).toBe(1);
});

test('a form of the host is not marked as changed by what is typed in the panel, and is by its own field', async ({
  page,
  pages,
}) => {
  const body = `<form id="form"><input aria-label="Veld"></form><script type="module">window.dirty = 0; document.addEventListener('input', () => dirty++);</script>`;
  await pages.open({ script: 'uiLayer', body });
  await page.evaluate('support.open()');
  await page.getByRole('textbox', { name: 'Vraag' }).pressSequentially('abc');
  expect(await page.evaluate('dirty')).toBe(0);
  await page.getByRole('textbox', { name: 'Veld' }).pressSequentially('ab');
  expect(await page.evaluate('dirty')).toBe(2);
});

test('after the end the host hears everything again', async ({ page, pages }) => {
  await pages.open({ script: 'uiLayer', body: `<script type="module">${ears}</script>` });
  await page.evaluate('support.open(); support.end(); document.querySelector("cliendo-support").click()');
  expect(await page.evaluate('heard')).toContain('click');
});
