import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { canariesIn, chunksOf, PIXEL_CHUNKS } from '../support/canaries';
import { expect, test, watchHarm, withSupport } from '../support/embed';
import { ask, goOn, openPanel, receiptNumber } from '../support/journey';
import { mp4, png, withExif } from '../support/pictures';

test.use({ actionTimeout: 15_000 });

const QUESTION = 'De foto van de wond gaat niet mee.';
const FILE_BYTES = 200_000;
const HEAD = withSupport(
  `{ backend: location.origin, auth: '/host/api/support-token', launcher: true, moment: { picture: false }, limits: { fileBytes: ${FILE_BYTES}, files: 4, submissionBytes: 450_000 } }`,
);
const PHOTO = png({ width: 60, height: 40 });

interface Picked {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, mimeType: string, content: Buffer | string): Picked => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

const TYPE = 'Dit soort bestand kan niet. Kies PNG, JPEG, WebP, WebM of MP4.';
const LIES = 'Dit bestand is iets anders dan de naam zegt. Kies een ander bestand.';
const UNREADABLE = 'Dit bestand kunnen we niet lezen. Kies een ander bestand.';
const PIXELS = 'Dit plaatje heeft te veel beeldpunten. Maak het eerst kleiner.';

const REFUSED: readonly (readonly [what: string, given: Picked, sentence: string])[] = [
  [
    'is too large',
    file('te-groot.png', 'image/png', Buffer.concat([PHOTO, Buffer.alloc(FILE_BYTES)])),
    'Dit bestand is te groot. Het mag 200 kB zijn.',
  ],
  ['is empty', file('leeg.png', 'image/png', ''), 'Dit bestand is leeg. Kies een ander bestand.'],
  ['is a letter', file('brief.pdf', 'application/pdf', '%PDF-1.7 brief'), TYPE],
  [
    'is a drawing with a script',
    file('tekening.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    TYPE,
  ],
  ['has no name to go by', file('bestand', '', 'zomaar wat'), TYPE],
  [
    'is a page under the name of a picture',
    file('pagina.png', 'image/png', '<!doctype html><script>alert(1)</script>'),
    LIES,
  ],
  [
    'is a drawing under the name of a picture',
    file('verkleed.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    LIES,
  ],
  ['is a program under the name of a photo', file('foto.jpg', 'image/jpeg', 'MZ\x90\0program'), LIES],
  ['is a picture under the name of a film', file('film.mp4', 'video/mp4', PHOTO), LIES],
  ['is another kind of picture than it says', file('foto.webp', 'image/webp', PHOTO), LIES],
  ['was cut off', file('half.png', 'image/png', PHOTO.subarray(0, 50)), UNREADABLE],
  ['is only the head of a picture', file('kop.png', 'image/png', PHOTO.subarray(0, 20)), UNREADABLE],
  [
    'says it is 20,000 pixels wide',
    file('reus.png', 'image/png', png({ width: 60, height: 40, claims: [20_000, 20_000] })),
    PIXELS,
  ],
  ['is one pixel high and 16,385 wide', file('lint.png', 'image/png', png({ width: 16_385, height: 1 })), PIXELS],
];

const pick = async (page: Page, panel: Locator, files: readonly Picked[]): Promise<void> => {
  const choosing = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Bestand kiezen' }).click();
  await (await choosing).setFiles([...files]);
};

const openForm = async (page: Page): Promise<Locator> => {
  const panel = await openPanel(page);
  await ask(panel, QUESTION);
  return panel;
};

const send = async (panel: Locator): Promise<void> => {
  await panel.getByRole('button', { name: 'Controleren en versturen' }).click();
  await panel.getByLabel('Ik heb het beeld nagekeken.').check();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await receiptNumber(panel);
  await expect(panel.getByText('Alles ontvangen')).toBeVisible();
};

test('a file that cannot go along says why, and what was typed stays', async ({ page, host }) => {
  const harm = await watchHarm(page);
  await host.open({ head: HEAD });
  const panel = await openForm(page);
  for (const [what, given, sentence] of REFUSED) {
    await test.step(what, async () => {
      await pick(page, panel, [given]);
      const notice = panel.locator('.notice', { hasText: given.name });
      await expect(notice).toContainText(sentence);
      await expect(panel.getByLabel('Wat gebeurt er precies?')).toHaveValue(QUESTION);
      await notice.getByRole('button', { name: 'Sluiten' }).click();
      await expect(notice).toHaveCount(0);
    });
  }
  await expect(panel.getByText('Bestand 1')).toHaveCount(0);
  await page.reload();
  await goOn(await openPanel(page));
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toHaveValue(QUESTION);
  expect(await harm()).toEqual([]);
});

test('of several files at once the good ones stay, the others each say why, and there is an end to it', async ({
  page,
  host,
}) => {
  await host.open({ head: HEAD });
  const panel = await openForm(page);
  await pick(page, panel, [
    file('een.mp4', 'video/mp4', mp4(180_000)),
    file('leeg.png', 'image/png', ''),
    file('twee.mp4', 'video/mp4', mp4(180_000)),
    file('drie.mp4', 'video/mp4', mp4(180_000)),
  ]);
  await expect(panel.locator('.notice', { hasText: 'leeg.png' })).toContainText('Dit bestand is leeg.');
  await expect(panel.locator('.notice', { hasText: 'drie.mp4' })).toContainText(
    'Samen zijn de bijlagen te groot. Haal er één weg.',
  );
  await pick(
    page,
    panel,
    ['a', 'b', 'c'].map((name) => file(`${name}.png`, 'image/png', PHOTO)),
  );
  await expect(panel.locator('.notice', { hasText: 'c.png' })).toContainText(
    'Er kunnen 4 bijlagen mee. Haal er eerst één weg.',
  );
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toHaveValue(QUESTION);
  await send(panel);
});

test('pictures that are pasted and dropped go along without what a camera writes in them, and the host notices neither', async ({
  page,
  host,
  wire,
}, thisTest) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await host.open({ head: HEAD, body: '<p>Pagina</p>' });
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['paste', 'dragenter', 'dragover', 'drop'])
      for (const target of [window, document, document.body])
        target.addEventListener(type, () => seen.push(type), true);
  });
  const panel = await openForm(page);
  const words = 'Truus Hollestelle 52.3702 4.8952';

  await panel.getByLabel('Wat gebeurt er precies?').focus();
  await copyPicture(page, png({ width: 50, height: 30, words }));
  await page.keyboard.press('Control+V');
  await expect(panel.getByText('Bestand 1')).toBeVisible();

  const dropped = thisTest.outputPath('IMG_0001.png');
  await writeFile(dropped, png({ width: 70, height: 30, words }));
  await drop(page, panel, dropped);
  await expect(panel.getByText('Bestand 2')).toBeVisible();

  const jpeg = Buffer.from(
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(64, 48);
      canvas.getContext('2d')?.fillRect(0, 0, 30, 30);
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
    }),
  );
  await pick(page, panel, [file('Truus Hollestelle.jpg', 'image/jpeg', withExif(jpeg, words))]);
  await expect(panel.getByText('Bestand 3')).toBeVisible();
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toHaveValue(QUESTION);
  await send(panel);

  const uploads = wire.sent('/v1').filter(({ method }) => method === 'PATCH');
  expect(uploads).toHaveLength(3);
  expect(uploads.map(({ body }) => body.toString('latin1', 0, 4)).sort()).toEqual([
    '\x89PNG',
    '\x89PNG',
    '\xff\xd8\xff\xe0',
  ]);
  for (const { body } of uploads.slice(0, 2)) expect(chunksOf(body)).toEqual(PIXEL_CHUNKS);
  expect(uploads.map(({ body }) => body.toString('latin1')).join('')).not.toContain('Exif');
  expect(
    wire
      .sent('/v1')
      .flatMap(({ path, body }) =>
        canariesIn(Buffer.concat([Buffer.from(path), body]), ['Hollestelle', '52.3702', words, 'IMG_0001']),
      ),
  ).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});

for (const arrives of ['late', 'at the second try'] as const) {
  test(`what is pasted and dropped before the part for pictures is there waits for it; it arrives ${arrives}`, async ({
    page,
    host,
  }, thisTest) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    let arrive = (): void => undefined;
    const wasGiven = new Promise<void>((resolve) => (arrive = resolve));
    let asked = 0;
    await page.route('**/captures-*.js', async (route) => {
      asked += 1;
      await wasGiven;
      await (arrives === 'late' || asked > 1 ? route.continue() : route.abort());
    });
    await host.open({ head: HEAD, body: '<p>Pagina</p>' });
    const panel = await openForm(page);
    await copyPicture(page, PHOTO);
    await panel.getByLabel('Wat gebeurt er precies?').focus();
    await page.keyboard.press('Control+V');
    const dropped = thisTest.outputPath('foto.png');
    await writeFile(dropped, PHOTO);
    await drop(page, panel, dropped);
    arrive();
    if (arrives !== 'late') await panel.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await expect(panel.getByText('Bestand 1')).toBeVisible();
    await expect(panel.getByText('Bestand 2')).toBeVisible();
    await expect(panel.getByText('Bestand 3')).toHaveCount(0);
    expect(page.url()).not.toContain('foto.png'); // a drop that nobody takes opens the file
  });
}

/** Puts a picture on the clipboard. */
const copyPicture = (page: Page, picture: Buffer): Promise<void> =>
  page.evaluate(
    async (bytes) =>
      navigator.clipboard.write([
        new ClipboardItem({ 'image/png': new Blob([Uint8Array.from(bytes)], { type: 'image/png' }) }),
      ]),
    [...picture],
  );

/** Drops a file as the system does: over the browser's own drag events. */
async function drop(page: Page, panel: Locator, path: string): Promise<void> {
  const box = await panel.boundingBox();
  if (!box) throw new Error('The panel is not on screen.');
  const tools = await page.context().newCDPSession(page);
  const at = {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    data: { items: [], files: [path], dragOperationsMask: 1 },
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', { type, ...at });
}
