/**
 * What a person wrote and pictured is looked for in every file of the browser's profile. Nothing may be found, and in the control both.
 * The browser packs what it keeps, so the picture is of noise: bytes that no packing changes.
 */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test, type Demo } from '../support/demo';
import { seededRandom } from '../support/builders';
import { SNIPPET } from '../support/embed';
import { ask, goOn, includePicture, launcherOf, panelOf, questionField, received, send } from '../support/journey';
import { PNG_SIGNATURE, pngChunk, pngHeader } from '../support/noisePng';
import { processesOf } from '../support/processes';
import { openProfile } from '../support/profile';

test.describe.configure({ timeout: 180_000 });

const SENT = 'Kanarie-verstuurd-7Qx2 mevrouw Vogelaar belt niet terug';
const DRAFT = 'Kanarie-concept-9Zk4 en daarna nog iets';

/** A side of the square of noise on the page. CSS pixels. */
const NOISE_PX = 240;
/** A picture of grey noise. */
function noise(): Buffer {
  const rows = Buffer.from(seededRandom(7)(NOISE_PX * (NOISE_PX + 1)));
  for (let row = 0; row < NOISE_PX; row += 1) rows[row * (NOISE_PX + 1)] = 0; // no filter
  const [head, pixels] = [pngHeader(NOISE_PX, NOISE_PX), pngChunk('IDAT', deflateSync(rows))];
  return Buffer.concat([PNG_SIGNATURE, head, pixels, pngChunk('IEND', Buffer.alloc(0))]);
}

/** One visit with a profile that outlives it. */
interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly panel: Locator;
  /** Makes the receiver unreachable, or lets it answer again. */
  cut(isCut: boolean): Promise<void>;
  /** What goes to the receiver about keys, as `PUT 200`. */
  readonly keys: readonly string[];
}

async function visit(demo: Demo, profile: string, { storage = '{}', person = 'p-sanne' } = {}): Promise<Visit> {
  const context = await openProfile(profile);
  const keys: string[] = [];
  context.on('response', (response) => {
    if (response.url().includes('/me/device-keys/')) keys.push(`${response.request().method()} ${response.status()}`);
  });
  const options = `{ backend: location.origin, auth: '/host/api/support-token', launcher: true, storage: ${storage} }`;
  await context.route(`${demo.url}/proef`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="nl"><title>Proef</title><body><h1>Agenda</h1><img src="data:image/png;base64,${noise().toString('base64')}" alt="" data-support-unmask>${SNIPPET()}<script>CliendoSupport('create', ${options});</script>`,
    }),
  );
  await context.request.post(`${demo.url}/host/api/session`, { data: { person } });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${demo.url}/proef`);
  return {
    context,
    page,
    panel: panelOf(page),
    keys,
    async cut(isCut) {
      if (isCut) await context.route('**/v1/**', (route) => route.abort('connectionrefused'));
      else await context.unroute('**/v1/**');
    },
  };
}

async function open({ page, panel }: Visit): Promise<void> {
  await launcherOf(page).click();
  await expect(panel).toBeVisible();
}

/** Sends one question with a picture while the receiver is away, and leaves another one in the making. */
async function leaveBoth(visited: Visit): Promise<void> {
  const { panel } = visited;
  await open(visited);
  await ask(panel, SENT);
  await includePicture(panel);
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
  await visited.cut(true);
  await send(panel);
  await expect(panel.getByRole('heading', { name: 'Bewaard' })).toBeVisible();
  await panel.getByRole('button', { name: 'Nog een vraag stellen' }).click();
  await questionField(panel).fill(DRAFT);
  await expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();
}

/** Every file of a profile, as it is now. */
async function filesOf(profile: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => undefined); // the browser tidies up meanwhile
    if (bytes) files.set(path.slice(profile.length + 1), bytes);
  }
  return files;
}

/** In which files something stands, as bytes of any usual writing. */
const found = (files: ReadonlyMap<string, Buffer>, wanted: string | Buffer): readonly string[] => {
  const forms = typeof wanted === 'string' ? [Buffer.from(wanted), Buffer.from(wanted, 'utf16le')] : [wanted];
  return [...files].filter(([, bytes]) => forms.some((form) => bytes.includes(form))).map(([name]) => name);
};

/** Pieces of the picture that the receiver has: no two pictures share one. Several, because a database cuts what it keeps. */
async function piecesOfPicture(demo: Demo, { page }: Visit): Promise<readonly Buffer[]> {
  const [row] = await received(demo.url, SENT);
  if (!row) throw new Error('The question has not arrived.');
  const content = (): Promise<readonly number[]> =>
    page.evaluate(async (question) => {
      const { token } = (await (await fetch('/host/api/support-token')).json()) as { token: string };
      const headers = { authorization: `Bearer ${token}` };
      const conversation = (await (await fetch(`/v1/questions/${question}`, { headers })).json()) as {
        messages: { attachments: { id: string }[] }[];
      };
      const id = conversation.messages[0]?.attachments[0]?.id ?? '';
      const answer = await fetch(`/v1/attachments/${id}/content`, { headers });
      return answer.ok ? [...new Uint8Array(await answer.arrayBuffer())] : [];
    }, row.id);
  let bytes: readonly number[] = [];
  await expect
    .poll(async () => (bytes = await content()).length, { timeout: 60_000 })
    .toBeGreaterThan(NOISE_PX * NOISE_PX); // the text is there before its picture
  const pieces = Array.from({ length: 20 }, (_, index) => {
    const at = Math.floor((bytes.length * (index + 2)) / 24);
    return bytes.slice(at, at + 48);
  });
  const telling = pieces.filter((piece) => new Set(piece).size > 24); // an even part of a picture is packed to a pattern that other files have too
  expect(telling.length).toBeGreaterThan(15);
  return telling.map((piece) => Buffer.from(piece));
}

/** Ends a browser without a warning. */
async function kill({ context }: Visit, profile: string): Promise<void> {
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  for (const { pid } of await processesOf(profile)) process.kill(pid, 'SIGKILL');
  await gone;
}

const complete = (demo: Demo) =>
  expect.poll(() => received(demo.url, SENT), { timeout: 60_000 }).toMatchObject([{ attachments: 1 }]);

test('no word and no pixel of a person lies readable in the profile: sealed, reloaded, killed, signed out, wiped', async ({
  ownDemo,
}, thisTest) => {
  const profile = thisTest.outputPath('profile');
  const moments = new Map<string, ReadonlyMap<string, Buffer>>();
  const first = await visit(ownDemo, profile);
  await leaveBoth(first);
  moments.set('sealed', await filesOf(profile));

  await first.page.reload();
  await open(first);
  await expect(first.panel.getByText('1 vraag staat klaar.')).toBeVisible();
  await expect(first.panel).not.toContainText('Kanarie');
  moments.set('reloaded, receiver away', await filesOf(profile));
  await kill(first, profile);
  moments.set('killed', await filesOf(profile));

  const second = await visit(ownDemo, profile);
  await complete(ownDemo);
  await open(second);
  await goOn(second.panel);
  await expect(questionField(second.panel)).toHaveValue(DRAFT);
  const picture = await piecesOfPicture(ownDemo, second);
  moments.set('sent', await filesOf(profile));
  await second.page.evaluate(() => CliendoSupport('signOut'));
  await expect(second.panel).toBeHidden();
  moments.set('signed out', await filesOf(profile));
  await second.page.reload();
  await open(second);
  await goOn(second.panel);
  await second.page.evaluate(() => CliendoSupport('signOut', { wipe: true }));
  await expect.poll(() => second.keys.at(-1)).toBe('DELETE 204');
  await expect.poll(() => databases(second.page)).toEqual([]);
  moments.set('wiped', await filesOf(profile));
  await second.context.close();
  moments.set('closed', await filesOf(profile));

  for (const [moment, files] of moments) {
    expect(files.size, moment).toBeGreaterThan(10);
    for (const wanted of [SENT, SENT.slice(0, 22), DRAFT, DRAFT.slice(0, 20), ...picture])
      expect(found(files, wanted), `${moment}: ${wanted.toString().slice(0, 16)}`).toEqual([]);
  }
});

test('the control: where a host has turned sealing off, the same search finds the words and the picture', async ({
  ownDemo,
}, thisTest) => {
  const profile = thisTest.outputPath('profile');
  const visited = await visit(ownDemo, profile, { storage: '{ encrypt: false }' });
  await leaveBoth(visited);
  for (const wanted of [SENT.slice(0, 22), DRAFT.slice(0, 20)])
    await expect.poll(async () => found(await filesOf(profile), wanted).length, { timeout: 30_000 }).toBeGreaterThan(0);
  const kept = await filesOf(profile);
  await visited.cut(false);
  await visited.page.reload();
  await complete(ownDemo);
  const picture = await piecesOfPicture(ownDemo, visited);
  expect(picture.filter((piece) => found(kept, piece).length > 0).length).toBeGreaterThan(picture.length / 2);
  expect(visited.keys).toEqual([]);
  await visited.context.close();
});

test('Sanne seals, Mehmet signs in and sees and sends nothing of hers, Sanne returns and it goes', async ({
  ownDemo,
}, thisTest) => {
  const profile = thisTest.outputPath('profile');
  const sanne = await visit(ownDemo, profile);
  await leaveBoth(sanne);
  await sanne.page.evaluate(() => CliendoSupport('signOut'));
  await sanne.context.close();

  const mehmet = await visit(ownDemo, profile, { person: 'p-mehmet' });
  const before = await received(ownDemo.url, '');
  await open(mehmet);
  await expect(mehmet.panel.getByText('Hoi Mehmet, waar kunnen we mee helpen?')).toBeVisible();
  await mehmet.panel.getByRole('button', { name: /^Mijn vragen/ }).click();
  await expect(mehmet.panel.getByText('Kanarie')).toHaveCount(0);
  await expect(mehmet.panel.getByText(/staat klaar/)).toHaveCount(0);
  expect(await received(ownDemo.url, '')).toEqual(before);
  await mehmet.context.close();

  const again = await visit(ownDemo, profile);
  await complete(ownDemo);
  await open(again);
  await goOn(again.panel);
  await expect(questionField(again.panel)).toHaveValue(DRAFT);
  await again.context.close();
});

test('on a device that is new to a person, without a receiver, nothing is kept or called saved; when it answers, both', async ({
  ownDemo,
}, thisTest) => {
  const profile = thisTest.outputPath('profile');
  const visited = await visit(ownDemo, profile);
  const { panel, page } = visited;
  await visited.cut(true);
  await open(visited);
  await ask(panel, SENT);
  await expect(panel.getByText('Laat dit venster open tot je vraag weg is.').first()).toBeVisible();
  await send(panel);
  await expect(panel.getByRole('heading', { name: '1 vraag staat klaar.' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Bewaard' })).toHaveCount(0);
  expect(found(await filesOf(profile), SENT.slice(0, 22))).toEqual([]);
  const asked = page.waitForEvent('dialog');
  const left = page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await left;
  await visited.cut(false);
  await expect.poll(() => received(ownDemo.url, SENT), { timeout: 60_000 }).toHaveLength(1);
  await expect(panel.getByText(/^Nummer: /)).toBeVisible();
  await visited.context.close();
});

const databases = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('cliendo-support:')),
  );

declare const CliendoSupport: (name: string, value?: unknown) => void;
