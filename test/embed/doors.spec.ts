import type { Page } from '@playwright/test';
import { BROKEN_OPTIONS } from '../support/brokenOptions';
import { expect, OPTIONS, SNIPPET, test, watchHarm, withSupport } from '../support/embed';
import { ask, launcherOf, openPanel, panelOf, receiptNumber, send, supportIsReady } from '../support/journey';

test.use({ actionTimeout: 15_000 });

/** Warnings and errors in the console that are ours. */
const warningsOf = (page: Page): readonly string[] => {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('[cliendo-support]')) said.push(message.text());
  });
  return said;
};

const TAG =
  '<script async src="/support/loader.js" data-backend="/" data-auth="/host/api/support-token" data-launcher crossorigin></script>';
const MODULE = (code: string): string =>
  `<script type="module">import { createSupport, defineSupportElement } from '/support/index.js'; ${code}</script>`;
/** What a page of the host can put where the script tag would be, so that the same story can wait for it. */
const READY = 'window.CliendoSupport = (name, act) => name === "ready" && support.ready.then(() => act(support));';

const DOORS = {
  'the script tag and its queue': { head: withSupport(), body: '' },
  'the script tag with data attributes': { head: TAG.replace('data-backend="/"', 'data-backend="ORIGIN"'), body: '' },
  'the package': { head: MODULE(`const support = createSupport(${OPTIONS}); ${READY}`), body: '' },
  'the element': {
    head: MODULE(
      'defineSupportElement(); const support = { ready: new Promise((resolve) => setTimeout(resolve)) }; window.CliendoSupport = (name, act) => support.ready.then(act);',
    ),
    body: '<main><cliendo-support backend="ORIGIN" auth="/host/api/support-token" launcher></cliendo-support></main>',
  },
};

for (const [door, { head, body }] of Object.entries(DOORS)) {
  test(`${door}: a question is asked and received`, async ({ page, host }) => {
    const harm = await watchHarm(page);
    const said = warningsOf(page);
    await host.open({ head: head.replace('ORIGIN', host.origin), body: body.replace('ORIGIN', host.origin) });
    await expect(launcherOf(page)).toBeVisible();
    await launcherOf(page).click();
    const panel = page.locator('html > cliendo-support').locator('dialog.panel');
    await ask(panel, `Gevraagd via ${door}.`);
    await send(panel);
    await receiptNumber(panel);
    await expect(panel.getByText('Alles ontvangen')).toBeVisible();
    expect([await harm(), said]).toEqual([[], []]);
  });
}

test('taking the element away ends support, moving it does not', async ({ page, host }) => {
  const { head, body } = DOORS['the element'];
  await host.open({ head, body: body.replace('ORIGIN', host.origin) });
  await expect(launcherOf(page)).toBeVisible();
  await page.evaluate(() => document.body.append(document.querySelector('main > cliendo-support') ?? ''));
  await expect(launcherOf(page)).toBeVisible();
  await expect(page.locator('cliendo-support')).toHaveCount(2); // the host's own, and ours under <html>
  await page.evaluate(() => document.querySelector('body > cliendo-support')?.remove());
  await expect(page.locator('cliendo-support, cliendo-support-bar')).toHaveCount(0);
});

test('calls made before the script has arrived are carried out in order', async ({ page, host }) => {
  const order = `<script>
    window.told = [];
    CliendoSupport('on', 'problem', ({ code, subject }) => told.push(code + ' ' + subject));
    CliendoSupport('on', 'ready', () => told.push('ready'));
    CliendoSupport('on', 'open', () => told.push('open'));
    CliendoSupport('on', 'close', () => told.push('close'));
    CliendoSupport('create', { ...${OPTIONS}, lancher: true });
    CliendoSupport('opne');
    CliendoSupport('open', 'ask');
    CliendoSupport('ready', (support) => told.push(typeof support.open));
  </script>`;
  await host.open({ head: SNIPPET() + order });
  await expect(panelOf(page)).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told))
    .toEqual(['call-unknown opne', 'option-unknown lancher', 'ready', 'function', 'open']);
});

const TARGETS = {
  ask: 'Wat gebeurt er precies?',
  answers: 'Typ je vraag',
  questions: 'Mijn vragen',
  iets: 'Wat gebeurt er precies?',
};

for (const [target, shown] of Object.entries(TARGETS)) {
  test(`an element with data-support-open="${target}" opens ${shown}, and gets the focus back`, async ({
    page,
    host,
  }) => {
    await host.open({ head: withSupport(), body: `<a href="#deur" data-support-open="${target}"><b>Deur</b></a>` });
    await supportIsReady(page);
    const door = page.getByRole('link', { name: 'Deur' });
    await door.focus();
    await page.keyboard.press('Enter');
    const panel = panelOf(page);
    await expect(panel.getByLabel(shown).or(panel.getByRole('heading', { name: shown }))).toBeVisible();
    await panel.getByRole('button', { name: 'Sluiten' }).click();
    await expect(panel).toBeHidden();
    await expect(door).toBeFocused();
    await door.getByText('Deur').click();
    await expect(panel).toBeVisible();
  });
}

test('the keys open the panel, the page does not notice, and other keys do nothing', async ({ page, host }) => {
  await host.open({
    head: withSupport(),
    body: '<script>window.keys = []; addEventListener("keydown", ({ code }) => keys.push(code));</script><input aria-label="Veld">',
  });
  await supportIsReady(page);
  await page.getByLabel('Veld').focus();
  await page.keyboard.press('Alt+Shift+J');
  await expect(panelOf(page)).toBeHidden();
  await page.keyboard.press('Alt+Shift+H');
  await expect(panelOf(page).getByLabel('Typ je vraag')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).not.toContain('KeyH');
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();

  await page.evaluate(() =>
    (window as unknown as { CliendoSupport: (name: string, options: object) => void }).CliendoSupport('update', {
      shortcut: false,
    }),
  );
  await page.keyboard.press('Alt+Shift+H');
  await expect(panelOf(page)).toBeHidden();
  expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toContain('KeyH');
});

const TWICE = {
  'two script tags': { head: TAG + TAG },
  'two calls of create': { head: withSupport() + `<script>CliendoSupport('create', ${OPTIONS});</script>` },
  'the script tag and the package': {
    head: withSupport() + MODULE(`CliendoSupport('ready', () => createSupport(${OPTIONS}));`),
  },
  'the package, twice': {
    head: MODULE(`const support = createSupport(${OPTIONS}); ${READY} createSupport(${OPTIONS});`),
  },
};

for (const [what, { head }] of Object.entries(TWICE)) {
  test(`${what}: one panel, one launcher, one warning`, async ({ page, host }) => {
    const harm = await watchHarm(page);
    const said = warningsOf(page);
    await host.open({ head: head.replaceAll('data-backend="/"', `data-backend="${host.origin}"`) });
    await openPanel(page);
    await expect
      .poll(() => said.map((text) => text.replace(/^\[cliendo-support\] (\S+):.*$/s, '$1')))
      .toEqual(['already-running']);
    await expect(page.locator('cliendo-support')).toHaveCount(1);
    expect(await harm()).toEqual([]);
  });
}

/** Options as text that a page can read: JSON has no NaN and no undefined. */
const asText = (options: unknown): string =>
  JSON.stringify({ options }, (_key, value: unknown) => (Number.isNaN(value) ? 'not a number' : value));

test('options that cannot be used are told by their code, to whoever listens, and do no harm to the page', async ({
  page,
  host,
}) => {
  const harm = await watchHarm(page);
  await host.open({
    head: MODULE(`window.tryOptions = async (text) => {
      const { options } = JSON.parse(text, (key, value) => value === 'not a number' ? NaN : value);
      const heard = [];
      const support = createSupport(options);
      support.on('problem', ({ code, subject }) => heard.push((code + ' ' + subject).trim()));
      const { problems } = await support.ready;
      const phase = support.state.phase;
      support.destroy();
      return { heard, stated: problems.map(({ code, subject }) => (code + ' ' + subject).trim()), phase };
    };`),
    body: '<h1>Dossier</h1>',
  });
  await page.waitForFunction(() => 'tryOptions' in window);
  const before = await page.content();
  for (const [what, options, codes] of BROKEN_OPTIONS) {
    const told = await page.evaluate(
      (text) => (window as unknown as { tryOptions: (text: string) => Promise<unknown> }).tryOptions(text),
      asText(options),
    );
    const isUsable = !codes.some((code) => code === 'option-missing backend' || code === 'option-type');
    expect(told, what).toEqual({ heard: codes, stated: codes, phase: isUsable ? 'ready' : 'unavailable' });
  }
  expect(await page.content()).toBe(before);
  expect(await page.evaluate(() => 'launcher' in Object.prototype)).toBe(false);
  expect(await harm()).toEqual([]);
});

test('a script tag with options that cannot be used tells whoever listens, and leaves the page as it is', async ({
  page,
  host,
}) => {
  const harm = await watchHarm(page);
  const said = warningsOf(page);
  const listen = `<script>window.told = []; CliendoSupport('on', 'problem', ({ code }) => told.push(code)); CliendoSupport('create', { backend: 'geen adres' });
    CliendoSupport('open'); CliendoSupport('ready', (support) => told.push(support.state.phase, support.unavailable()[0].part));</script>`;
  await host.open({ head: SNIPPET() + listen, body: '<button data-support-open>Vraag</button>' });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told))
    .toEqual(['option-type', 'option-missing', 'unavailable', 'everything']);
  await page.getByRole('button', { name: 'Vraag' }).click();
  await expect(page.locator('cliendo-support, cliendo-support-bar')).toHaveCount(0);
  expect(said).toHaveLength(2);
  await page.evaluate(`CliendoSupport('create', ${OPTIONS})`);
  await page.getByRole('button', { name: 'Vraag' }).click();
  await expect(panelOf(page)).toBeVisible();
  expect(await harm()).toEqual([]);
});
