import type { Page, Route } from '@playwright/test';
import { expect, test, watchHarm, withSupport } from '../support/embed';
import {
  ask,
  includePicture,
  openPanel,
  panelOf,
  questionField,
  receiptNumber,
  received,
  send,
} from '../support/journey';

test.use({ actionTimeout: 15_000 });

const KEPT = 'Je vraag staat klaar. We sturen hem zodra het kan.';
const FAILED = 'Versturen lukt nu niet. Je vraag is bewaard.';
const BUSY = 'Het is nu druk. De vraag is bewaard en gaat straks vanzelf.';
const SIGN_IN = 'Log opnieuw in. Je vraag blijft bewaard.';

type Answer = Parameters<Route['fulfill']>[0] & object;

const problem = (
  name: string,
  status: number,
  more: { readonly retryable: boolean; readonly headers?: Record<string, string> },
): Answer => ({
  status,
  contentType: 'application/problem+json',
  headers: { ...more.headers },
  body: JSON.stringify({
    type: `urn:cliendo-support:problem:${name}`,
    title: name,
    status,
    detail: '',
    instance: '',
    requestId: '1',
    retryable: more.retryable,
  }),
});
const json = (body: unknown): Answer => ({
  status: 201,
  contentType: 'application/json',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** What something in between says instead of the receiver. */
const WELCOME: Answer = { status: 200, contentType: 'text/html', body: '<h1>Welkom in ons hotel</h1>' };

/** What comes back for the text of a question, and what the panel says. */
const ANSWERS: readonly (readonly [what: string, answer: Answer, sentence: string])[] = [
  ['the sign-in page of a hotel', WELCOME, FAILED],
  ['JSON that was cut off', json('{"id":"'), FAILED],
  ['JSON of other types', json({ id: 7, reference: {}, questions: 'geen' }), FAILED],
  ['an empty body', json(''), FAILED],
  ['nothing but 204', { status: 204 }, FAILED],
  [
    'a receipt for other bytes',
    json({
      id: 'x',
      reference: '26-1',
      digest: 'sha-256=:AAAA:',
      delivery: 'complete',
      questions: [],
      attachments: [],
    }),
    FAILED,
  ],
  ['413 of a proxy', { status: 413, contentType: 'text/html', body: '<h1>Request Entity Too Large</h1>' }, FAILED],
  ['429 with a wait', problem('rate-limited', 429, { retryable: true, headers: { 'retry-after': '2' } }), BUSY],
  ['500 of a crash', { status: 500, contentType: 'text/html', body: '<pre>Error: at db.js</pre>' }, FAILED],
  ['500 of the receiver', problem('internal', 500, { retryable: true }), FAILED],
  ['401 of the receiver', problem('token-expired', 401, { retryable: false }), SIGN_IN],
];

const askAndSend = async (page: Page, question: string): Promise<void> => {
  const panel = panelOf(page);
  await questionField(panel).fill(question);
  await send(panel);
};

test('whatever comes back for a question, the panel says what is so, and the question arrives when the answers are right again', async ({
  page,
  host,
}) => {
  test.slow();
  const harm = await watchHarm(page);
  await host.open({ head: withSupport(), body: '<button data-support-open="ask">Vraag</button>' });
  await openPanel(page);
  await panelOf(page).getByRole('button', { name: 'Stel een vraag' }).click();
  for (const [what, answer, sentence] of ANSWERS) {
    await test.step(what, async () => {
      const question = `Het antwoord was: ${what}.`;
      const panel = panelOf(page);
      await page.route('**/v1/submissions/*', (route) =>
        route.request().method() === 'PUT' ? route.fulfill(answer) : route.continue(),
      );
      await askAndSend(page, question);
      await expect(panel.getByText(KEPT).first()).toBeVisible();
      await expect(panel.locator('.notice')).toContainText(sentence);
      await page.unroute('**/v1/submissions/*');
      await expect(panel.getByText(/^Nummer: /)).toBeVisible({ timeout: 30_000 });
      await expect(panel.locator('.notice')).toHaveCount(0);
      await panel.getByRole('button', { name: 'Nog een vraag stellen' }).click();
      expect(await received(host.origin, question)).toHaveLength(1);
    });
  }
  expect(await harm()).toEqual([]);
});

test('a question that is refused for good says so and is not lost', async ({ page, host }) => {
  await host.open({ head: withSupport() });
  const panel = await openPanel(page);
  await page.route('**/v1/submissions/*', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill(problem('too-large', 413, { retryable: false }))
      : route.continue(),
  );
  await ask(panel, 'Deze is te lang.');
  await send(panel);
  await expect(panel.getByRole('heading', { name: 'Let op' })).toBeVisible();
  await expect(panel.locator('.q-reference')).toHaveText(
    'Deze vraag kan zo niet mee. De tekst is bewaard. Verstuur hem anders.',
  );
  await expect(panel.getByRole('button', { name: 'Anders versturen' })).toBeVisible();
  await page.reload();
  await openPanel(page);
  await panel.getByRole('button', { name: /Mijn vragen/ }).click();
  await expect(panel.getByText('Deze is te lang.')).toBeVisible();
});

const FOR_PIECES: readonly Answer[] = [WELCOME, { status: 500, contentType: 'text/html', body: '' }]; // a proxy's 413 on so small a piece waits for a person: a story of its own

test('a picture that meets broken answers holds up no text, and arrives later', async ({ page, host }) => {
  await host.open({ head: withSupport(), body: '<h1>Pagina</h1>' });
  const panel = await openPanel(page);
  let broken = 0;
  await page.route('**/v1/attachments/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    broken += 1;
    return route.fulfill(FOR_PIECES[broken % FOR_PIECES.length]);
  });
  await ask(panel, 'Met een plaatje dat niet wil.');
  await includePicture(panel);
  await send(panel);
  await receiptNumber(panel);
  await expect.poll(() => broken, { timeout: 20_000 }).toBeGreaterThan(2);
  await expect(panel.getByText('Alles ontvangen')).toHaveCount(0);
  await page.unroute('**/v1/attachments/*');
  await expect(panel.getByText('Alles ontvangen')).toBeVisible({ timeout: 30_000 });
  expect(await received(host.origin, 'Met een plaatje dat niet wil.')).toMatchObject([{ attachments: 1 }]);
});

test('a picture that something in between finds too large however small its pieces: the text arrived, that is told, and the person tries again', async ({
  page,
  host,
}) => {
  await host.open({ head: withSupport(), body: '<h1>Pagina</h1>' });
  const panel = await openPanel(page);
  await page.route('**/v1/attachments/*', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>Request Entity Too Large</h1>' })
      : route.continue(),
  );
  await ask(panel, 'Met een plaatje dat nergens door past.');
  await includePicture(panel);
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
  await send(panel);
  await receiptNumber(panel);
  await expect(panel.locator('.notice')).toContainText('Een bijlage kwam niet aan. De tekst is wel ontvangen.');
  expect(await received(host.origin, 'Met een plaatje dat nergens door past.')).toHaveLength(1);
  await page.unroute('**/v1/attachments/*');
  await panel.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect(panel.getByText('Alles ontvangen')).toBeVisible({ timeout: 30_000 });
  await expect(panel.locator('.notice')).toHaveCount(0);
  expect(await received(host.origin, 'Met een plaatje dat nergens door past.')).toMatchObject([{ attachments: 1 }]);
});

test('when nothing that is read makes sense, what is typed stays, and it is sent when it does', async ({
  page,
  host,
}) => {
  const harm = await watchHarm(page);
  const hasKey = page.waitForResponse((answer) => answer.url().includes('/device-keys/') && answer.ok());
  await host.open({ head: withSupport(), body: '<h1>Pagina</h1>' });
  await openPanel(page);
  await hasKey; // a device that never had one can keep nothing, and says so
  await page.route('**/v1/**', (route) => route.fulfill(WELCOME));
  await page.reload();
  const panel = await openPanel(page);
  await ask(panel, 'Niemand begrijpt het.');
  await send(panel);
  await expect(panel.getByText(KEPT).or(panel.getByText(FAILED)).first()).toBeVisible();
  expect(await received(host.origin, 'Niemand begrijpt het.')).toHaveLength(0);
  await page.unroute('**/v1/**');
  await page.reload();
  await expect.poll(() => received(host.origin, 'Niemand begrijpt het.'), { timeout: 30_000 }).toHaveLength(1);
  await openPanel(page);
  await panel.getByRole('button', { name: /Mijn vragen/ }).click();
  await expect(panel.getByText('Niemand begrijpt het.')).toBeVisible();
  expect(await harm()).toEqual([]);
});
