import type { Browser, Locator, Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test as base, type Demo } from '../support/demo';
import { askWith, record, type Evidence } from '../support/evidence';
import { openInbox } from '../support/journey';

const WEBM = 'video/webm;codecs=vp8';
const MP4 = 'video/mp4;codecs=avc1.42E01E';
const MARKERS: NonNullable<Evidence['markers']> = [
  { atMs: 200, kind: 'navigation', name: 'Agenda › Week' },
  { atMs: 800, kind: 'press', name: 'Opslaan' },
  { atMs: 1200, kind: 'request', name: 'PUT /api/afspraken/:id' },
  { atMs: 1300, kind: 'error', name: 'TypeError' },
];

/** By media type. */
interface Recordings {
  readonly 'video/webm': Uint8Array;
  readonly 'video/mp4': Uint8Array;
}

/** Real recordings, made once: long enough to be stopped while they play. */
const test = base.extend<object, { readonly recordings: Recordings }>({
  recordings: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      const [webm, mp4] = await Promise.all([WEBM, MP4].map((type) => record(page, { type, frames: 200 })));
      await page.close();
      await use({ 'video/webm': webm ?? Buffer.alloc(0), 'video/mp4': mp4 ?? Buffer.alloc(0) });
    },
    { scope: 'worker' },
  ],
});

/** Where a test finds what it needs. */
interface Given {
  readonly browser: Browser;
  readonly demo: Demo;
  readonly text: string;
}

/** A recording in its own question, open in the inbox of Noor. */
async function openRecording({ browser, demo, text }: Given, evidence: Evidence): Promise<Page> {
  await askWith(demo.url, { text, evidence: [{ durationMs: 8000, ...evidence }] });
  const inbox = await openInbox(browser, demo.url);
  await inbox.getByText(text).first().click();
  return inbox;
}

const playerOf = (inbox: Page): Locator => inbox.getByRole('group', { name: 'Video 1' });
const videoOf = (inbox: Page): Locator => inbox.locator('video');
const atOf = (inbox: Page): Promise<number> => videoOf(inbox).evaluate((video: HTMLVideoElement) => video.currentTime);
const isPaused = (inbox: Page): Promise<boolean> => videoOf(inbox).evaluate((video: HTMLVideoElement) => video.paused);

/** Presses play and stops again, with a picture on screen. */
async function playAndStop(inbox: Page): Promise<void> {
  await inbox.getByRole('button', { name: 'Video 1 afspelen' }).click();
  await expect(inbox.getByRole('button', { name: 'Pauzeren' })).toBeFocused();
  await inbox.keyboard.press('k');
  await expect(inbox.getByRole('button', { name: 'Afspelen', exact: true })).toBeVisible();
  expect(await videoOf(inbox).evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(320);
}

/** What the access log of this demo would get: grants that were asked for, and how often bytes were fetched. */
function countAsked(inbox: Page): { readonly grants: string[]; readonly ranges: string[] } {
  const asked = { grants: [] as string[], ranges: [] as string[] };
  inbox.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/grant')) asked.grants.push(search);
    if (pathname.startsWith('/v1/content/')) asked.ranges.push(request.headers()['range'] ?? 'all');
  });
  return asked;
}

for (const [kind, type] of [
  ['a WebM without a length', 'video/webm'],
  ['an MP4', 'video/mp4'],
] as const) {
  test(`${kind} plays, is wound back and forth, and is one play in the log`, async ({ browser, demo, recordings }) => {
    const text = `Speelt af: ${kind}`;
    const inbox = await openRecording({ browser, demo, text }, { type, bytes: recordings[type], markers: MARKERS });
    const asked = countAsked(inbox);
    await expect(videoOf(inbox)).toHaveCount(0); // nothing is fetched before somebody wants to see it
    await playAndStop(inbox);
    for (const target of ['1.5', '0.2', '1']) {
      await inbox.getByLabel('Plek in de video').fill(String(Number(target) * 1000));
      await expect.poll(() => atOf(inbox)).toBeCloseTo(Number(target), 1);
    }
    await expect.poll(() => videoOf(inbox).evaluate((video: HTMLVideoElement) => video.seeking)).toBe(false);
    expect(await videoOf(inbox).evaluate((video: HTMLVideoElement) => video.error)).toBeNull();
    expect(asked.grants).toEqual(['?use=play']);
    expect(asked.ranges.length).toBeGreaterThan(0);
    await inbox.context().close();
  });
}

test('the keyboard does everything: play, skip, step, speed, markers', async ({ browser, demo, recordings }) => {
  const text = 'Alleen met het toetsenbord';
  const inbox = await openRecording(
    { browser, demo, text },
    { type: 'video/webm', bytes: recordings['video/webm'], markers: MARKERS },
  );
  await inbox.getByRole('button', { name: 'Video 1 afspelen' }).focus();
  await inbox.keyboard.press('Enter');
  await expect(inbox.getByRole('button', { name: 'Pauzeren' })).toBeFocused();
  await inbox.keyboard.press('Space');
  await expect.poll(() => isPaused(inbox)).toBe(true);

  await inbox.keyboard.press('ArrowLeft');
  await expect.poll(() => atOf(inbox)).toBe(0);
  await inbox.keyboard.press('.');
  await expect.poll(() => atOf(inbox)).toBeGreaterThan(0);
  const stepped = await atOf(inbox);
  expect(stepped).toBeLessThanOrEqual(0.1);
  await inbox.keyboard.press(',');
  await expect.poll(() => atOf(inbox)).toBe(0);
  await inbox.keyboard.press('ArrowRight');
  await expect.poll(() => atOf(inbox)).toBe(5);

  await inbox.keyboard.press('>');
  await expect(inbox.getByLabel('Snelheid')).toHaveValue('1.5');
  await inbox.keyboard.press('<');
  await inbox.keyboard.press('<');
  await expect(inbox.getByLabel('Snelheid')).toHaveValue('0.5');
  expect(await videoOf(inbox).evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(0.5);

  const marks = inbox.getByRole('toolbar', { name: 'Momenten op de tijdlijn' });
  await inbox.keyboard.press('Shift+Tab');
  await expect(inbox.getByLabel('Plek in de video')).toBeFocused();
  await inbox.keyboard.press('Shift+Tab'); // one stop for all of them
  await inbox.keyboard.press('Home');
  await expect(marks.getByRole('button', { name: 'Ander scherm: Agenda › Week, 0:00' })).toBeFocused();
  await inbox.keyboard.press('ArrowRight');
  await expect(marks.getByRole('button', { name: 'Klik: Opslaan, 0:00' })).toBeFocused();
  await inbox.keyboard.press('Enter');
  await expect.poll(() => atOf(inbox)).toBeCloseTo(0.8, 2);

  const moments = inbox.getByRole('region', { name: 'Momenten' });
  await moments.getByRole('button', { name: 'Fout: TypeError, 0:01' }).press('Enter');
  await expect.poll(() => atOf(inbox)).toBeCloseTo(1.3, 2);
  await expect(moments.locator('[aria-current]')).toContainText('TypeError');
  expect(await accessibilityProblems(inbox, '.player')).toEqual([]);
  await inbox.context().close();
});

test('the time line is worked by keys: start and end, skips, from marker to marker, there with Enter, and on by frames', async ({
  browser,
  demo,
  recordings,
}) => {
  const text = 'De tijdlijn met toetsen';
  const inbox = await openRecording(
    { browser, demo, text },
    { type: 'video/webm', bytes: recordings['video/webm'], markers: MARKERS },
  );
  await playAndStop(inbox);
  const seek = inbox.getByLabel('Plek in de video');
  await inbox.keyboard.press('Shift+Tab');
  await expect(seek).toBeFocused();
  await inbox.keyboard.press('Home');
  await expect.poll(() => atOf(inbox)).toBe(0);
  await inbox.keyboard.press('ArrowUp'); // as ArrowRight, which a slider has as well
  await expect.poll(() => atOf(inbox)).toBe(5);
  await expect(seek).toHaveAttribute('aria-valuetext', /^0:05 van /);
  await inbox.keyboard.press('ArrowDown');
  await expect.poll(() => atOf(inbox)).toBe(0);
  await inbox.keyboard.press('End');
  await expect.poll(() => atOf(inbox)).toBeGreaterThan(5);
  await inbox.keyboard.press('Home');
  await expect.poll(() => atOf(inbox)).toBe(0);

  const mark = (name: string): Locator =>
    inbox.getByRole('toolbar', { name: 'Momenten op de tijdlijn' }).getByRole('button', { name });
  await inbox.keyboard.press('Shift+Tab');
  await expect(mark('Ander scherm: Agenda › Week, 0:00')).toBeFocused();
  for (const [key, name, at] of [
    ['End', 'Fout: TypeError, 0:01', 1.3],
    ['ArrowRight', 'Fout: TypeError, 0:01', 1.3], // there is none after it, and it is no skip either
    ['ArrowLeft', 'Mislukt verzoek: PUT /api/afspraken/:id, 0:01', 1.2],
    ['ArrowLeft', 'Klik: Opslaan, 0:00', 0.8],
    ['Home', 'Ander scherm: Agenda › Week, 0:00', 0.2],
  ] as const) {
    await inbox.keyboard.press(key);
    await expect(mark(name)).toBeFocused();
    await inbox.keyboard.press('Enter');
    await expect.poll(() => atOf(inbox)).toBeCloseTo(at, 2);
    await expect(mark(name)).toBeFocused();
  }
  await inbox.keyboard.press('.');
  await expect.poll(() => atOf(inbox)).toBeGreaterThan(0.2);
  expect(await atOf(inbox)).toBeLessThanOrEqual(0.31);
  expect(await isPaused(inbox)).toBe(true);
  await inbox.context().close();
});

test('only the part that was chosen is played, and all of it can be seen', async ({ browser, demo, recordings }) => {
  const text = 'Een stuk eruit';
  const inbox = await openRecording(
    { browser, demo, text },
    { type: 'video/webm', bytes: recordings['video/webm'], play: { fromMs: 500, toMs: 900 }, markers: MARKERS },
  );
  await inbox.getByRole('button', { name: 'Video 1 afspelen' }).click();
  await expect.poll(() => isPaused(inbox)).toBe(true); // it came to the end of the part by itself
  await expect.poll(() => atOf(inbox)).toBeCloseTo(0.9, 2);
  await inbox.getByRole('button', { name: 'Afspelen', exact: true }).click();
  await inbox.keyboard.press('k');
  expect(await atOf(inbox)).toBeGreaterThanOrEqual(0.5);
  const whole = inbox.getByRole('button', { name: 'Hele opname' });
  await expect(whole).toHaveAttribute('aria-pressed', 'false');
  await inbox
    .getByRole('region', { name: 'Momenten' })
    .getByRole('button', { name: /TypeError/ })
    .click(); // lies outside
  await expect(whole).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => atOf(inbox)).toBeCloseTo(1.3, 2);
  await whole.click();
  await expect.poll(() => atOf(inbox)).toBeCloseTo(0.9, 2);
  await inbox.context().close();
});

test('an address that is over is asked for again, and watching goes on where it was', async ({
  browser,
  demo,
  recordings,
}) => {
  const text = 'Te lang gepauzeerd';
  const inbox = await openRecording({ browser, demo, text }, { type: 'video/webm', bytes: recordings['video/webm'] });
  const asked = countAsked(inbox);
  await playAndStop(inbox);
  await inbox.keyboard.press('ArrowLeft');
  await inbox.getByLabel('Plek in de video').fill('1200');
  await expect.poll(() => atOf(inbox)).toBeCloseTo(1.2, 2);
  await videoOf(inbox).evaluate((video) => video.dispatchEvent(new Event('error')));
  await expect(inbox.getByRole('alert')).toContainText('De video is niet meer open.');
  await expect(inbox.getByRole('button', { name: 'Verder kijken' })).toBeFocused();
  await inbox.keyboard.press('Enter');
  await expect(inbox.getByRole('button', { name: 'Pauzeren' })).toBeVisible();
  expect(await atOf(inbox)).toBeGreaterThanOrEqual(1.2);
  expect(asked.grants).toEqual(['?use=play', '?use=play']);
  await inbox.context().close();
});

test('a recording that cannot be played says so and offers to download it, which is written down as that', async ({
  browser,
  demo,
  recordings,
}) => {
  const text = 'Kapotte video';
  const inbox = await openRecording({ browser, demo, text }, { type: 'video/webm', bytes: recordings['video/webm'] });
  const asked = countAsked(inbox);
  await inbox.route('**/v1/content/*', (route) => route.fulfill({ contentType: 'video/webm', body: 'geen video' }));
  await inbox.getByRole('button', { name: 'Video 1 afspelen' }).click();
  await expect(inbox.getByRole('alert')).toContainText('Video 1 kan hier niet worden afgespeeld.');
  expect(await accessibilityProblems(inbox, '.player')).toEqual([]);
  const [download] = await Promise.all([
    inbox.context().waitForEvent('page'),
    inbox.getByRole('alert').getByRole('button', { name: 'Downloaden' }).click(),
  ]);
  await download.close();
  expect(asked.grants).toEqual(['?use=play', '?use=download']);
  await inbox.context().close();
});

test('what was set apart is not played: the reason stands there instead', async ({ browser, demo }) => {
  const text = 'Geen echte video';
  const inbox = await openRecording(
    { browser, demo, text },
    { type: 'video/webm', bytes: Buffer.from('<script>alert(1)</script>'.padEnd(500)) },
  );
  await expect(inbox.getByText('Apart gezet: dit bestand kwam niet door de controle.')).toBeVisible();
  await expect(playerOf(inbox)).toHaveCount(0);
  await inbox.context().close();
});

test('it fills the screen with its own controls, and fits on a small phone', async ({ browser, demo, recordings }) => {
  const text = 'Groot en klein';
  const inbox = await openRecording(
    { browser, demo, text },
    { type: 'video/webm', bytes: recordings['video/webm'], markers: MARKERS },
  );
  await playAndStop(inbox);
  await inbox.keyboard.press('f');
  await expect(inbox.getByRole('button', { name: 'Volledig scherm sluiten' })).toBeVisible();
  await expect(inbox.getByRole('region', { name: 'Momenten' })).toBeVisible();
  await inbox.keyboard.press('f');
  await expect(inbox.getByRole('button', { name: 'Volledig scherm', exact: true })).toBeVisible();
  await inbox.setViewportSize({ width: 320, height: 640 });
  await inbox.getByRole('button', { name: /^Bewijs/ }).click();
  const { scrolls, inside } = await playerOf(inbox).evaluate((player) => ({
    scrolls: document.documentElement.scrollWidth > innerWidth,
    inside: [...player.querySelectorAll('.controlRow button')].every(
      (button) => button.getBoundingClientRect().right <= player.getBoundingClientRect().right,
    ),
  }));
  expect({ scrolls, inside }).toEqual({ scrolls: false, inside: true });
  await inbox.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityProblems(inbox, '.player')).toEqual([]);
  await inbox.context().close();
});
