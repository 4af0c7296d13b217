/**
 * What a recording costs: heap growth and CPU of the page while it records, beside a bare MediaRecorder on the same page in the same
 * browser. `npm run bench -- recording`, 30 seconds of each; `--minutes 10` for the long one. Read the figures as a ratio.
 */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { build } from '../build.mjs';
import { findFullBrowser, launchArguments } from '../browser.mjs';

const FLAGS = ['--auto-accept-this-tab-capture', '--js-flags=--expose-gc', '--enable-precise-memory-info'];
const ORIGIN = 'https://pages.test';

/** A page on which something moves, as a dossier in use does: a row that changes twice a second. */
const PAGE = `<!doctype html><title>Bench</title><body><h1>Bench</h1><table id="rows"></table>
<script type="module">
  const rows = document.getElementById('rows');
  for (let index = 0; index < 40; index += 1) rows.insertRow().insertCell().textContent = 'rij ' + index;
  setInterval(() => { rows.rows[Math.floor(Math.random() * 40)].cells[0].textContent = 'rij ' + Math.random(); }, 500);
</script><script type="module" src="/recorder.js"></script>`;

/** Records with nothing of ours, chunks thrown away: the floor. */
const bare = async (seconds) => {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 10 }, preferCurrentTab: true });
  const recorder = new MediaRecorder(stream, { mimeType: 'video/mp4;codecs=avc1,opus', videoBitsPerSecond: 1_000_000 });
  recorder.start(2000);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  recorder.stop();
  stream.getTracks().forEach((track) => track.stop());
};

/** Records as the product does: the page covered, pieces on the device, a bar's worth of signals. Stops before the file is read back. */
const ours = async (seconds) => {
  recorder.cover(['Bench']);
  recorder.allow(seconds + 60);
  await recorder.model.ask();
  await new Promise((resolve) => setTimeout(resolve, 3000 + seconds * 1000));
  if (recorder.model.state.peek() !== 'recording') throw new Error('The recording ended by itself.');
  await recorder.model.discard();
};

const taskSeconds = async (protocol) => {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
};

const heapOf = (page) =>
  page.evaluate(() => {
    globalThis.gc?.();
    return performance.memory.usedJSHeapSize;
  });

/** The highest heap above the start while an act runs, and the time that the page's main thread worked. */
const measure = async (browser, act, seconds) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.route(`${ORIGIN}/**`, async (route) => {
    const isScript = route.request().url().endsWith('.js');
    const body = isScript ? await readFile('.build/pages/recorder.js') : PAGE;
    await route.fulfill({ contentType: isScript ? 'text/javascript' : 'text/html', body });
  });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Performance.enable');
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => 'recorder' in globalThis);
  const [heap, task] = [await heapOf(page), await taskSeconds(protocol)];
  let highest = heap;
  const running = page.evaluate(act, seconds);
  for (let passed = 0; passed < seconds; passed += 5) {
    await page.waitForTimeout(5000); // oxlint-disable-line no-await-in-loop -- samples in time
    highest = Math.max(highest, await heapOf(page)); // oxlint-disable-line no-await-in-loop
  }
  await running;
  const result = { heapMb: (highest - heap) / 1e6, cpu: ((await taskSeconds(protocol)) - task) / seconds };
  await context.close();
  return result;
};

/** Measures both and prints a table. `args`: what follows `npm run bench -- recording`. */
export const run = async (args = []) => {
  const at = args.indexOf('--minutes');
  const seconds = at < 0 ? 30 : Number(args[at + 1]) * 60;
  const executablePath = findFullBrowser();
  if (!executablePath) throw new Error('Recording needs a whole Chromium; only a headless shell was found.');
  await build(['pages']);
  const browser = await chromium.launch({ executablePath, args: [...launchArguments(), ...FLAGS] });
  const rows = {
    'bare MediaRecorder': await measure(browser, bare, seconds),
    ours: await measure(browser, ours, seconds),
  };
  await browser.close();
  console.log(`\n${seconds} s at 1280 × 720, Chromium, main thread of the page\n`);
  console.log('| | heap growth, MB | CPU, share of one core |\n|---|---|---|');
  for (const [name, { heapMb, cpu }] of Object.entries(rows))
    console.log(`| ${name} | ${heapMb.toFixed(1)} | ${(cpu * 100).toFixed(1)} % |`);
  return rows;
};
