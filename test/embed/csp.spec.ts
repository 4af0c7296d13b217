import type { Page } from '@playwright/test';
import { expect, SNIPPET, test, watchHarm, withSupport, OPTIONS } from '../support/embed';
import { ask, includePicture, logIn, openPanel, receiptNumber } from '../support/journey';
import { png } from '../support/pictures';

const NONCE = 'bm9uY2UtdmFuLWRlLXBhZ2luYQ';

/** The shortest policy under which everything must run, as docs/embedding.md gives it. */
const policy = (origin: string, pictures: string): string =>
  `default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; connect-src ${origin}; img-src ${pictures}; media-src blob:; ` +
  `require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp-report`;

const BODY = '<h1>Dossier</h1><p>Truus Hollestelle</p><label>Naam <input value="Truus"></label>';

/** The main job: a question with a picture, to the receipt, and the conversation that comes of it. */
const doTheMainJob = async (page: Page, question: string): Promise<void> => {
  const panel = await openPanel(page);
  await ask(panel, question);
  await includePicture(panel);
  await panel.getByRole('button', { name: 'Groter bekijken' }).first().click();
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect(panel.getByText('Alles ontvangen')).toBeVisible();
  await panel.getByRole('button', { name: 'Sluiten' }).click();
};

const readTheQuestion = async (page: Page, question: string): Promise<void> => {
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Mijn vragen/ }).click();
  await panel.getByRole('button', { name: new RegExp(question) }).click();
  await expect(panel.getByLabel('Je reactie')).toBeVisible();
  await expect(panel.getByRole('img').first()).toBeVisible();
};

test.beforeEach(async ({ context, demo }) => {
  await context.request.delete(`${demo.url}/csp-report`);
});

const reports = async (page: Page, origin: string): Promise<unknown> =>
  (await page.request.get(`${origin}/csp-report`)).json();

test.use({ actionTimeout: 15_000 });

const DOORS = {
  'the script tag': withSupport(OPTIONS, NONCE),
  'the package': `<script nonce="${NONCE}" type="module">import { createSupport } from '/support/index.js'; const support = createSupport(${OPTIONS});
    window.CliendoSupport = (name, act) => support.ready.then(act);</script>`,
};

for (const [door, head] of Object.entries(DOORS)) {
  test(`under the shortest policy the main job is done through ${door} without one violation`, async ({
    page,
    host,
  }) => {
    const harm = await watchHarm(page);
    await host.open({ head, body: BODY, headers: { 'content-security-policy': policy(host.origin, 'blob: data:') } });
    const question = `Opslaan doet niets via ${door}.`;
    await doTheMainJob(page, question);
    await readTheQuestion(page, question);
    expect(await harm()).toEqual([]);
    expect(await reports(page, host.origin)).toEqual([]);
  });
}

test('the policy does refuse what it should: one style attribute is seen and reported', async ({ page, host }) => {
  const harm = await watchHarm(page);
  await host.open({
    head: SNIPPET(NONCE),
    body: '<p style="color:red">Tekst</p>',
    headers: { 'content-security-policy': policy(host.origin, 'blob: data:') },
  });
  await expect.poll(harm).toEqual(['violation: style-src-attr inline']);
  await expect.poll(() => reports(page, host.origin)).toHaveLength(1);
});

test('the demo under its strict policy does the main job without one violation', async ({ page, demo }) => {
  const harm = await watchHarm(page);
  await logIn(page, `${demo.url}/strict`);
  await doTheMainJob(page, 'De strenge pagina doet het.');
  expect(await harm()).toEqual([]);
  expect(await reports(page, demo.url)).toEqual([]);
});

test('without data: in img-src only the screenshot is missing: it is named with its remedy, and a file goes along instead', async ({
  page,
  host,
}) => {
  await host.open({
    head: withSupport(OPTIONS, NONCE),
    body: BODY,
    headers: { 'content-security-policy': policy(host.origin, 'blob:') },
  });
  const panel = await openPanel(page);
  await ask(panel, 'Zonder screenshot gaat het ook.');
  await expect(panel.getByText('Een screenshot maken kan hier niet. Kies een bestand.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Meesturen', exact: true })).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Screenshot maken' })).toHaveCount(0);
  const missing = await page.evaluate(
    () =>
      new Promise((resolve) =>
        (
          window as unknown as {
            CliendoSupport: (name: string, act: (support: { unavailable(): unknown }) => void) => void;
          }
        ).CliendoSupport('ready', (support) => resolve(support.unavailable())),
      ),
  );
  expect(missing).toEqual([
    expect.objectContaining({
      part: 'screenshot',
      code: 'screenshot-blocked',
      remedy: expect.stringContaining('`data:` to `img-src`'),
    }),
  ]);

  const choosing = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Bestand kiezen' }).click();
  await (await choosing).setFiles({ name: 'foto.png', mimeType: 'image/png', buffer: png({ width: 40, height: 30 }) });
  await expect(panel.getByText('Bestand 1')).toBeVisible();
  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect(panel.getByText('Alles ontvangen')).toBeVisible();
});
