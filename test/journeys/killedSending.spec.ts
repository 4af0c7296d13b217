/**
 * The browser is ended with `kill -9` in the middle of handing in: while a question is being kept, while its text is on the way, and while
 * its picture is. What the screen called saved arrives once. `npm run faults:killed` does each fifty times.
 */
import type { BrowserContext, Locator, Page, Route } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Demo } from '../support/demo';
import { ask, goOn, goTo, includePicture, logIn, openPanel, questionField, received } from '../support/journey';
import { processesOf } from '../support/processes';
import { openProfile } from '../support/profile';

test.describe.configure({ timeout: 180_000 });

const TRIALS = Number(process.env['KILL_TRIALS'] ?? 1);
const SAVED = 'Bewaard. Je kunt later verder.';

/** A browser with a profile that outlives it. */
async function launch(profile: string, demo: Demo): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await openProfile(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await logIn(page, demo.url);
  return { context, page };
}

async function kill(context: BrowserContext, profile: string): Promise<void> {
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  for (const { pid } of await processesOf(profile)) process.kill(pid, 'SIGKILL');
  await gone;
}

/** Everything is ready to be handed in, and the words are called saved. */
async function written(page: Page, words: string): Promise<Locator> {
  await goTo(page, 'Agenda');
  const panel = await openPanel(page);
  await ask(panel, words);
  await includePicture(panel);
  await expect(panel.getByText(SAVED)).toBeVisible();
  return panel;
}

const press = (panel: Locator): Promise<void> => panel.getByRole('button', { name: 'Versturen', exact: true }).click();

const arrivesOnce = async (demo: Demo, words: string): Promise<void> => {
  await expect.poll(() => received(demo.url, words), { timeout: 60_000 }).toMatchObject([{ attachments: 1 }]);
};

interface Moment {
  readonly name: string;
  readonly of: RegExp;
  readonly method: string;
  /** Whether the receiver gets it, so that only its answer is lost. */
  readonly isReceived: boolean;
}

const TEXT = /\/v1\/submissions\/[^/]+$/;
const PIECE = /\/v1\/attachments\/[^/]+$/;
const MOMENTS: readonly Moment[] = [
  { name: 'as its text leaves', of: TEXT, method: 'PUT', isReceived: false },
  { name: 'as its text was received and the answer is on the way', of: TEXT, method: 'PUT', isReceived: true },
  { name: 'as a piece of its picture leaves', of: PIECE, method: 'PATCH', isReceived: false },
  { name: 'as a piece was received and the answer is on the way', of: PIECE, method: 'PATCH', isReceived: true },
];

for (let trial = 1; trial <= TRIALS; trial++) {
  const words = (moment: string): string => `Gestopt ${moment}, poging ${trial}.`;
  const inProfile = async (work: (profile: string) => Promise<void>): Promise<void> => {
    const profile = await mkdtemp(join(tmpdir(), 'support-killed-'));
    await work(profile);
    await rm(profile, { recursive: true, force: true });
  };

  for (const { name, of, method, isReceived } of MOMENTS)
    test(`${trial}: killed ${name}, a question arrives once, with its picture`, async ({ demo }) => {
      await inProfile(async (profile) => {
        const { context, page } = await launch(profile, demo);
        const panel = await written(page, words(name));
        const killed = new Promise<void>((resolve, reject) => {
          const act = async (route: Route): Promise<void> => {
            if (route.request().method() !== method) return route.fallback();
            if (isReceived) await route.fetch();
            await kill(context, profile);
            resolve();
          };
          context.route(of, (route) => act(route).catch(reject)).catch(reject);
        });
        await press(panel);
        await killed;
        const next = await launch(profile, demo);
        await arrivesOnce(demo, words(name));
        await next.context.close();
      });
    });

  test(`${trial}: killed as soon as it is called kept, a question arrives once, with its picture`, async ({ demo }) => {
    await inProfile(async (profile) => {
      const { context, page } = await launch(profile, demo);
      const panel = await written(page, words('na het bewaren'));
      await context.route('**/v1/submissions/**', (route) => route.abort('connectionrefused'));
      await press(panel);
      await expect(panel.getByRole('heading', { name: 'Bewaard' })).toBeVisible();
      await kill(context, profile);
      const next = await launch(profile, demo);
      await arrivesOnce(demo, words('na het bewaren'));
      await next.context.close();
    });
  });

  test(`${trial}: killed while it is being kept, a question is sent or still there to be sent, and never twice`, async ({
    demo,
  }) => {
    await inProfile(async (profile) => {
      const { context, page } = await launch(profile, demo);
      const panel = await written(page, words('onder het bewaren'));
      await press(panel);
      await page.waitForTimeout((trial * 37) % 400); // another moment in every trial; what is expected holds at each
      await kill(context, profile);
      const next = await launch(profile, demo);
      await sendIfStillThere(demo, next.page, words('onder het bewaren'));
      await arrivesOnce(demo, words('onder het bewaren'));
      await next.context.close();
    });
  });
}

/** It was handed in before the end and goes by itself, or its words are in the form as they were. */
async function sendIfStillThere(demo: Demo, page: Page, words: string): Promise<void> {
  const panel = await openPanel(page);
  const way = panel.getByRole('button', { name: /^Verder met je vraag/ });
  await expect
    .poll(async () => (await way.isVisible()) || (await received(demo.url, words)).length > 0, { timeout: 60_000 })
    .toBe(true);
  if (!(await way.isVisible())) return;
  await goOn(panel);
  await expect(questionField(panel)).toHaveValue(words);
  await expect(panel.getByText('Screenshot 1')).toBeVisible();
  await press(panel);
}
