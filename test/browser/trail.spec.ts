import type { Locator, Page } from '@playwright/test';
import { canariesIn } from '../support/canaries';
import { expect, test, watchHarm, withSupport } from '../support/embed';
import { ask, openPanel, receiptNumber, supportIsReady } from '../support/journey';
import type { Sent } from '../support/wire';

test.use({ actionTimeout: 15_000 });

/** Invented. Everything of it stands on the page: in names of controls, values, addresses, messages. */
const CANARIES = ['Wilhelmina', 'Zonnebloem', 'Kwartelbosch', '123456782', '12-03-1941', 'Fictiefazepam'];
const WORDS = ['Vandaag', 'Cliënten', 'Dossier', 'Agenda', 'Rapportage', 'Opslaan', 'Notitie', 'Openen', 'In zorg'];
const PLACES = {
  '/proef': 'Vandaag',
  '/proef/clienten': 'Cliënten',
  '/proef/clienten/:ref': 'Dossier',
  '/proef/agenda': 'Agenda',
};

const link = (path: string, text: string): string =>
  `<a href="${path}" onclick="event.preventDefault();history.pushState(null,'',this.getAttribute('href'))">${text}</a>`;

/** A host whose screens change without loading. What a person is called stands wherever a careless host would put it. */
const BODY = `
<nav>${link('/proef/clienten', 'Cliënten <b>12</b>')} ${link('/proef/agenda?van=12-03-1941', 'Agenda')}</nav>
<ul><li>${link('/proef/clienten/wilhelmina-zonnebloem', '<span>Wilhelmina Zonnebloem</span> <span>In zorg</span>')}</li></ul>
<button aria-label="Wilhelmina Zonnebloem" title="BSN 123456782">Bel Kwartelbosch</button>
<div id="row" style="cursor:pointer"><i>Wilhelmina Zonnebloem</i> 12-03-1941</div>
<div data-support-mask><button>Openen</button></div>
<button data-support-unmask>Afdeling Merel</button>
<form onsubmit="event.preventDefault()"><label>Notitie <textarea></textarea></label><label>Fictiefazepam <input type="checkbox"></label><button>Opslaan</button></form>
<button id="error" onclick="null.save('Wilhelmina')">Dossier</button>
<button id="thrown">Rapportage</button>
<script>
  document.querySelector('#thrown').onclick = () => { throw new Error('Client Wilhelmina Zonnebloem 123456782 not found in /proef/clienten/zonnebloem?bsn=123456782'); };
</script>`;

const optionsWith = (texts: readonly string[]): string =>
  `{ backend: location.origin, auth: '/host/api/support-token', launcher: true, places: ${JSON.stringify(PLACES)}, privacy: { interfaceTexts: ${JSON.stringify(texts)} } }`;

interface Noticed {
  readonly steps: readonly Record<string, string | number>[];
  readonly errors: readonly { readonly kind: string; readonly message: string; readonly stack: readonly string[] }[];
  readonly failedRequests: readonly { readonly route: string; readonly status: number }[];
}

/** The first question of what was sent last. */
function questionIn(sent: readonly Sent[]): Noticed {
  const body =
    [...sent]
      .reverse()
      .find(({ method }) => method === 'PUT')
      ?.body.toString('utf8') ?? '{}';
  const { questions } = JSON.parse(body) as { readonly questions: readonly [Noticed] }; // what we have just sent ourselves
  return questions[0];
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: RegExp): Promise<void> => page.getByRole('link', { name }).click();

/** Asks something and looks at what will be sent. */
async function look(page: Page): Promise<Locator> {
  const panel = await openPanel(page);
  await ask(panel, 'Er gaat iets mis.');
  await panel.getByRole('button', { name: 'Dit sturen we mee' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
  return panel;
}

async function sendNow(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
}

/** Everything a person can do on the page of the host. */
async function work(page: Page): Promise<void> {
  await follow(page, /^Cliënten/);
  await follow(page, /Wilhelmina/);
  await page.getByRole('button', { name: 'Wilhelmina Zonnebloem' }).click();
  await page.locator('#row').click();
  await press(page, 'Openen');
  await press(page, 'Afdeling Merel');
  await page.getByLabel('Notitie').fill('Wilhelmina Zonnebloem kreeg Fictiefazepam.');
  await page.getByLabel('Fictiefazepam').click();
  await press(page, 'Opslaan');
  await follow(page, /Agenda/);
}

const steps = (panel: Locator): Locator => panel.getByRole('list', { name: 'Wat je net deed' }).getByRole('listitem');

test('what a person did is listed with role, place and the names that belong to the app', async ({
  page,
  host,
  wire,
}) => {
  const harm = await watchHarm(page);
  await host.open({ head: withSupport(optionsWith(WORDS)), body: BODY });
  await supportIsReady(page);
  await work(page);
  await sendNow(await look(page));
  const done = questionIn(wire.sent('/v1')).steps.map(({ place, role, name, result }) => [place, role, name, result]);
  expect(done).toEqual([
    ['Vandaag', 'link', 'Cliënten', 'Cliënten'],
    ['Cliënten', 'link', 'In zorg', 'Dossier'],
    ['Dossier', 'button', '', ''],
    ['Dossier', 'element', '', ''],
    ['Dossier', 'button', '', ''],
    ['Dossier', 'button', 'Afdeling Merel', ''],
    ['Dossier', 'textbox', 'Notitie', ''],
    ['Dossier', 'checkbox', '', ''],
    ['Dossier', 'button', 'Opslaan', ''],
    ['Dossier', 'link', 'Agenda', 'Agenda'],
  ]);
  expect(await harm()).toEqual([]);
});

for (const isKnown of [false, true]) {
  test(
    isKnown
      ? 'the names on the page are in what is sent when the host calls everything interface'
      : 'no name, number or date of the page is in what is sent',
    async ({ page, host, wire }) => {
      const everything = [...WORDS, 'Wilhelmina Zonnebloem', 'Bel Kwartelbosch', 'Fictiefazepam'];
      await host.open({ head: withSupport(optionsWith(isKnown ? everything : WORDS)), body: BODY });
      await supportIsReady(page);
      await work(page);
      await page.route('**/data/**', (route) => route.fulfill({ status: 404 }));
      await page.evaluate(() => fetch('/data/wilhelmina-zonnebloem/123456782?naam=Kwartelbosch'));
      await press(page, 'Rapportage');
      await sendNow(await look(page));
      const { steps, errors, failedRequests } = questionIn(wire.sent('/v1/submissions'));
      expect([steps.length, errors.length, failedRequests.length]).toEqual([11, 1, 1]);
      const bytes = Buffer.concat(wire.sent('/v1/').map(({ path, body }) => Buffer.concat([Buffer.from(path), body])));
      const found = canariesIn(bytes, CANARIES);
      if (isKnown) expect(found).toEqual(expect.arrayContaining(['Wilhelmina', 'Zonnebloem', 'Fictiefazepam']));
      else expect(found).toEqual([]);
    },
  );
}

test('errors and failed requests are listed with what a developer needs, without values, queries and hosts', async ({
  page,
  host,
  wire,
}) => {
  await page.route('**/api/clients/**', (route) => route.fulfill({ status: 500, body: 'Wilhelmina Zonnebloem' }));
  await host.open({ head: withSupport(optionsWith(WORDS)), body: BODY });
  await supportIsReady(page);
  await page.evaluate(async () => {
    const answer = await fetch('/api/clients/10432/notes?bsn=123456782', { method: 'POST', body: 'Fictiefazepam' });
    await answer.text();
    await new Promise<void>((resolve) => {
      const old = new XMLHttpRequest();
      old.onloadend = () => resolve();
      old.open('GET', '/api/clients/zonnebloem');
      old.send();
    });
    await new Promise((resolve) => {
      const image = new Image();
      image.onerror = resolve;
      image.src = '/api/clients/10432/photo.png';
    });
    void Promise.reject(new RangeError('Invalid time value'));
  });
  await page.locator('#error').click();
  await press(page, 'Rapportage');
  const panel = await look(page);
  await expect(panel.getByRole('list', { name: 'Fouten in de app' }).getByRole('listitem')).toHaveCount(3);
  await sendNow(panel);
  const { errors, failedRequests, steps } = questionIn(wire.sent('/v1/submissions'));
  expect(errors.map(({ kind, message }) => [kind, message])).toEqual([
    ['RangeError', 'Invalid time value'],
    ['TypeError', "Cannot read properties of null (reading 'save')"],
    ['Error', 'Client […] [BSN] not found in /proef/clienten/:id'],
  ]);
  expect(errors[1]?.stack[0]).toMatch(/^HTMLButtonElement\.onclick \(\/proef:\d+:\d+\)$/);
  expect(failedRequests.map(({ route, status }) => [route, status])).toEqual([
    ['/api/clients/:id/notes', 500],
    ['/api/clients/:id', 500],
    ['/api/clients/:id/:id', 500],
  ]);
  expect(steps.map(({ name, result }) => [name, result])).toEqual([
    ['Dossier', 'error'],
    ['Rapportage', 'error'],
  ]);
});

test('what the receiver itself refuses is no failure of the host', async ({ page, host, wire }) => {
  await page.route('**/v1/me', (route) => route.fulfill({ status: 500, body: '{}' }));
  await host.open({ head: withSupport(optionsWith(WORDS)), body: BODY });
  await supportIsReady(page);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Sluiten' }).click();
  await sendNow(await look(page));
  expect(questionIn(wire.sent('/v1/submissions')).failedRequests).toEqual([]);
});

test('each of them can be taken out and put back, and what is out is not sent', async ({ page, host, wire }) => {
  await host.open({ head: withSupport(optionsWith(WORDS)), body: BODY });
  await supportIsReady(page);
  await work(page);
  await press(page, 'Rapportage');
  const panel = await look(page);
  await panel.getByText('Wat je net deed (11)').click();
  await expect(steps(panel)).toHaveCount(11);
  await panel.getByRole('button', { name: 'Niet meesturen: Notitie' }).click();
  await expect(steps(panel)).toHaveCount(10);
  await expect(panel.getByText('Notitie gaat niet mee.').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Toch meesturen' }).click();
  await expect(steps(panel)).toHaveCount(11);
  await panel.getByRole('button', { name: 'Niet meesturen: Opslaan' }).click();
  await panel.getByRole('button', { name: /^Niet meesturen: Client/ }).click();
  await expect(panel.getByRole('list', { name: 'Fouten in de app' })).toBeHidden();
  await sendNow(panel);
  const { steps: sent, errors } = questionIn(wire.sent('/v1/submissions'));
  expect(sent.map(({ name }) => name)).toContain('Notitie');
  expect(sent.map(({ name }) => name)).not.toContain('Opslaan');
  expect([sent.length, errors]).toEqual([10, []]);
});

test('all steps can be taken out at once', async ({ page, host, wire }) => {
  await host.open({ head: withSupport(optionsWith(WORDS)), body: BODY });
  await supportIsReady(page);
  await work(page);
  const panel = await look(page);
  await panel.getByText('Wat je net deed (10)').click();
  await panel.getByRole('button', { name: 'Niet meesturen: Wat je net deed' }).click();
  await expect(panel.getByText('Wat je net deed gaat niet mee.').first()).toBeVisible();
  await sendNow(panel);
  expect(questionIn(wire.sent('/v1/submissions')).steps).toEqual([]);
});

/** Everything that the browser keeps for this origin, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state];
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        all.push(await done(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(all);
  });

test('steps are in memory only until the question is put in the bundle', async ({ page, host }) => {
  await host.open({ head: withSupport(optionsWith(WORDS).replace('{', '{ storage: { encrypt: false },')), body: BODY });
  await supportIsReady(page);
  await work(page);
  await press(page, 'Rapportage');
  const panel = await openPanel(page);
  await ask(panel, 'Er gaat iets mis.');
  await expect.poll(() => kept(page)).toContain('Er gaat iets mis.'); // it is saved when the typing rests
  expect(await kept(page)).not.toMatch(/Afdeling Merel|textbox|TypeError|Notitie/);
  await panel.getByRole('button', { name: 'Opslaan in bundel' }).click();
  await expect.poll(() => kept(page)).toContain('Afdeling Merel');
});

test('after a reload there is nothing to tell', async ({ page, host, wire }) => {
  await host.open({ head: withSupport(optionsWith(WORDS)), body: BODY });
  await supportIsReady(page);
  await press(page, 'Openen');
  await press(page, 'Rapportage');
  await page.reload();
  const panel = await look(page);
  await expect(panel.getByText(/^Wat je net deed/)).toHaveCount(0);
  await sendNow(panel);
  expect(questionIn(wire.sent('/v1/submissions'))).toMatchObject({ steps: [], errors: [], failedRequests: [] });
});

test('after signing out nothing of the person before is left', async ({ page, host }) => {
  await host.open({ head: withSupport(optionsWith(WORDS)), body: BODY });
  await supportIsReady(page);
  await work(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { CliendoSupport } = window as unknown as { CliendoSupport(...given: readonly unknown[]): void };
        CliendoSupport('on', 'signedOut', () => resolve()); // what is done before that is still of who leaves
        CliendoSupport('signOut');
      }),
  );
  await press(page, 'Afdeling Merel');
  const panel = await look(page);
  await expect(steps(panel)).toHaveCount(1);
});
