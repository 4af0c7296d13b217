/**
 * Makes the pictures of the README from the running demo: `npm run pictures`. Invented people only.
 * A care worker asks with a masked screenshot, an agent reads it in the inbox.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { build } from './build.mjs';
import { ensureBrowser, launchArguments } from './browser.mjs';

const PORT = '4499';
const URL = `http://127.0.0.1:${PORT}`;
const FOLDER = 'docs/images';
const VIEW = { width: 1280, height: 800 };

const startDemo = async (dataDir) => {
  const child = spawn(process.execPath, ['.build/server.mjs'], {
    env: { ...process.env, PORT, DATA_DIR: dataDir, HINTS: 'off' },
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 300; tries += 1) {
    if (
      await fetch(`${URL}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return child;
    await pause(200);
  }
  throw new Error('The demo did not start.');
};

const open = async (browser, address, scheme = 'light') => {
  const context = await browser.newContext({
    viewport: VIEW,
    locale: 'nl-NL',
    colorScheme: scheme,
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
};

const askInHost = async (browser) => {
  const page = await open(browser, URL);
  await page.getByRole('button', { name: 'Sanne de Wit' }).click();
  await page.goto(`${URL}/clienten/C-10432/zorgplan`);
  await page.waitForLoadState('networkidle');
  await page.locator('cliendo-support-bar').getByRole('button').click();
  const panel = page.locator('cliendo-support dialog.panel');
  const field = panel.getByLabel('Typ je vraag');
  await field.fill('Als ik in het zorgplan op Opslaan klik, gebeurt er niets.');
  await field.press('Enter');
  await panel.getByRole('button', { name: 'Meesturen', exact: true }).waitFor();
  await page.screenshot({ path: join(FOLDER, 'panel.png') });
  await panel.getByRole('button', { name: 'Meesturen', exact: true }).click();
  await panel.getByText('Screenshot 1').waitFor();
  await panel.getByRole('button', { name: 'Versturen', exact: true }).click();
  await panel.getByText('Alles ontvangen').waitFor();
};

const readInInbox = async (browser) => {
  const page = await open(browser, `${URL}/inbox`);
  await page.getByRole('button', { name: /Noor/ }).click();
  await page.getByText('Als ik in het zorgplan op Opslaan klik').first().click();
  await page.waitForFunction(() => [...document.images].some((image) => image.complete && image.naturalWidth > 200));
  await page.screenshot({ path: join(FOLDER, 'inbox.png') });
};

await build(['sdk', 'demo']);
await mkdir(FOLDER, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'support-pictures-'));
const demo = await startDemo(dataDir);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments() });
try {
  await askInHost(browser);
  await readInInbox(browser);
} finally {
  await browser.close();
  demo.kill();
  await once(demo, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`pictures are in ${FOLDER}`);
