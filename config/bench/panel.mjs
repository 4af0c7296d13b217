/**
 * Measures boot and click-to-panel beside @sentry/browser's feedback integration: same machine, same run, turn by turn,
 * on an empty page and on a page of 3,000 nodes, with the processor slowed down four times. `npm run bench -- panel`.
 * Figures are medians; read them as a ratio, for the machine decides on the milliseconds.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { build } from '../build.mjs';
import { ensureBrowser, launchArguments } from '../browser.mjs';
import { bundleSentry } from './sentry.mjs';
import { clickToPanel, clickToPanelNeeds, pageOf } from './panelPage.mjs';

const ROUNDS = 5;
const SLOWDOWN = 4;
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };

const serve = async () => {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const folder = pathname.startsWith('/support/')
      ? 'dist'
      : pathname.startsWith('/bench/')
        ? '.build/bench'
        : undefined;
    if (pathname.startsWith('/v1/')) return response.writeHead(503).end();
    if (!folder) return response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(searchParams));
    const body = await readFile(join(folder, pathname.split('/').pop())).catch(() => undefined);
    return response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' }).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Opens the page in a fresh context and gives what the browser's own counters say. */
const openPage = async (browser, address) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await protocol.send('Performance.enable');
  await page.goto(address, { waitUntil: 'load' });
  return { context, page, protocol };
};

/** Main-thread work of the script's own boot, in ms: measured around the tag, fetch left out because it is cached and preloaded. */
const boot = async (browser, address) => {
  const { context, page } = await openPage(browser, address);
  const result = await page.evaluate(() => ({ bootMs: window.bootMs, longTasks: window.longTasks.length }));
  await context.close();
  return result;
};

const click = async (browser, address, product) => {
  const { context, page } = await openPage(browser, address);
  await clickToPanelNeeds(page, product);
  const ms = await clickToPanel(page, product);
  await context.close();
  return ms;
};

const measure = async (browser, url, size) => {
  const rows = { ours: { boot: [], long: [], click: [] }, sentry: { boot: [], long: [], click: [] } };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const product of round % 2 ? ['ours', 'sentry'] : ['sentry', 'ours']) {
      const address = `${url}/?product=${product}&nodes=${size}`;
      const { bootMs, longTasks } = await boot(browser, address);
      rows[product].boot.push(bootMs);
      rows[product].long.push(longTasks);
      rows[product].click.push(await click(browser, address, product));
    }
  }
  return Object.fromEntries(
    Object.entries(rows).map(([product, { boot: bootMs, long, click: clickMs }]) => [
      product,
      { bootMs: median(bootMs), longTasks: Math.max(...long), clickMs: median(clickMs) },
    ]),
  );
};

const eagerBytes = async () => ({
  ours: gzipSync(await readFile('dist/loader.js'), { level: 9 }).length,
  sentry: gzipSync(await readFile('.build/bench/sentry.js'), { level: 9 }).length,
});

/** Runs the bench and prints its table. */
export const run = async () => {
  await build(['sdk']);
  await mkdir('.build/bench', { recursive: true });
  await bundleSentry('.build/bench/sentry.js');
  const site = await serve();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments() });
  const bytes = await eagerBytes();
  const report = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    browser: browser.version(),
    slowdown: SLOWDOWN,
    rounds: ROUNDS,
    eagerGzipBytes: bytes,
    pages: {},
  };
  for (const nodes of [0, 3000]) report.pages[nodes] = await measure(browser, site.url, nodes);
  await browser.close();
  site.close();
  await writeFile('.build/bench/report.json', JSON.stringify(report, null, 2));

  console.log(
    `\n${report.date}, ${report.machine}, Chromium ${report.browser}, CPU ${SLOWDOWN}× slower, medians of ${ROUNDS}\n`,
  );
  console.log('| page | what | ours | Sentry feedback | ratio |\n|---|---|---|---|---|');
  console.log(
    `| any | eager bytes, gzip | ${bytes.ours} | ${bytes.sentry} | ${(bytes.sentry / bytes.ours).toFixed(1)} |`,
  );
  for (const [nodes, { ours, sentry }] of Object.entries(report.pages)) {
    const name = nodes === '0' ? 'empty' : `${nodes} nodes`;
    console.log(
      `| ${name} | boot, ms of main thread | ${ours.bootMs.toFixed(1)} | ${sentry.bootMs.toFixed(1)} | ${(sentry.bootMs / ours.bootMs).toFixed(1)} |`,
    );
    console.log(`| ${name} | long tasks while booting | ${ours.longTasks} | ${sentry.longTasks} | |`);
    console.log(
      `| ${name} | click to painted panel, ms, warm | ${ours.clickMs.toFixed(0)} | ${sentry.clickMs.toFixed(0)} | ${(sentry.clickMs / ours.clickMs).toFixed(1)} |`,
    );
  }
};
