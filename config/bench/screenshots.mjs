/**
 * Takes the same picture with our engine and with four libraries, turn by turn, on fifteen pages, and compares each with the
 * browser's own screenshot. CPU is the main thread's own time, so that a busy machine changes it little.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchArguments } from '../browser.mjs';
import { installMeasured } from './installMeasured.mjs';
import { bundleOurs } from './ourPictures.mjs';
import { missesOf } from './screenshotGoals.mjs';
import { FOLDER, PAGES } from './screenshotPages.mjs';
import { printReport, summarise } from './screenshotReport.mjs';
import { servePage } from './screenshotSite.mjs';
import { markAll, OTHERS, takePicture, TOOLS } from './screenshotTools.mjs';

const VIEW = { width: 1280, height: 800 };
const PATIENCE_MS = 60_000;
/** Nothing is asked of other machines: fonts and scripts that a template has elsewhere are missing for everybody. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

const optionsOf = (args) => {
  const value = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  const isShort = args.includes('--short');
  return {
    isShort,
    rounds: Number(value('rounds') ?? (isShort ? 1 : 3)),
    pages: PAGES.filter(({ name, short }) => (!isShort || short) && name.includes(value('only') ?? '')),
    tools: value('tools')?.split(',') ?? Object.keys(TOOLS),
    keepPictures: args.includes('--pictures'),
  };
};

/** What compares two pictures, as installed by the bench: the share of pixels that differ, in percent. */
const loadComparison = async () => {
  const require = createRequire(resolve(FOLDER, 'package.json'));
  const { PNG } = require('pngjs');
  const { default: pixelmatch } = await import(pathToFileURL(require.resolve('pixelmatch')).href);
  return (one, other) => {
    const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
    if (a.width !== b.width || a.height !== b.height) return 100;
    return (100 * pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 })) / (a.width * a.height);
  };
};

const cpuOf = async (protocol) => {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
};

const within = (promise) =>
  Promise.race([
    promise,
    new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`no picture after ${PATIENCE_MS} ms`)), PATIENCE_MS).unref(),
    ),
  ]);

/** Opens the page anew, lets it come to rest, and takes one picture with one tool. */
const measureOne = async (browser, { url, tool, differ }) => {
  const context = await browser.newContext({ viewport: VIEW, reducedMotion: 'reduce' });
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    await page.evaluate('window.define = undefined'); // a page with a module loader would take the tool for a module
    await page.addScriptTag({ path: TOOLS[tool].script });
    if (TOOLS[tool].draw) await page.evaluate(`window.drawTheirs = ${TOOLS[tool].draw}`);
    if (tool.startsWith('ours') && tool !== 'ours masked') await page.evaluate(markAll);
    const before = await page.screenshot({ animations: 'allow', caret: 'initial' });
    const protocol = await context.newCDPSession(page);
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    const from = await cpuOf(protocol);
    const { png, ...figures } = await within(page.evaluate(takePicture, tool));
    const cpu = (await cpuOf(protocol)) - from;
    const picture = Buffer.from(png, 'base64');
    const mismatch = differ(picture, before);
    return { ...figures, cpu, mismatch, picture, before };
  } catch (cause) {
    return { failure: String(cause.message).split('\n')[0].slice(0, 120) };
  } finally {
    await context.close();
  }
};

const keep = async (name, { picture, before }) => {
  const file = name.replaceAll(/[^\w]+/g, '-');
  await mkdir(join(FOLDER, 'pictures'), { recursive: true });
  if (picture) await writeFile(join(FOLDER, 'pictures', `${file}.png`), picture);
  if (before) await writeFile(join(FOLDER, 'pictures', `${file}-screen.png`), before);
};

const measurePage = async (browser, page, { tools, rounds, differ, keepPictures }) => {
  const site = await servePage(page);
  const rows = Object.fromEntries(tools.map((tool) => [tool, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const index of tools.keys()) {
      const tool = tools[(index + round) % tools.length];
      const measured = await measureOne(browser, { url: site.url, tool, differ });
      if (keepPictures) await keep(`${page.name} ${tool}`, measured);
      rows[tool].push({ ...measured, picture: undefined, before: undefined });
    }
  }
  site.close();
  return summarise(rows);
};

const measureAll = async (browser, { pages, ...options }) => {
  const measured = {};
  for (const page of pages) {
    const onlyOurs = options.isShort && page.short === 'ours';
    const tools = options.tools.filter((name) => !onlyOurs || !OTHERS.includes(name));
    measured[page.name] = await measurePage(browser, page, { ...options, tools });
    console.error(`measured ${page.name}`);
  }
  return measured;
};

/** A run of part of the pages or tools says what it saw and judges nothing. */
const judge = ({ pages }, form) => {
  const misses = missesOf(pages, form);
  console.log(misses.length === 0 ? `Every goal of the ${form} form holds.` : `\nMissed:\n${misses.join('\n')}`);
  if (misses.length > 0) process.exitCode = 1;
};

/** Runs the bench, prints its table, and fails when a goal does not hold. */
export const run = async (args) => {
  const options = optionsOf(args);
  const form = options.isShort ? 'short' : 'full';
  await installMeasured(FOLDER, options.pages.every(({ short }) => short) ? 'short' : 'full');
  await bundleOurs(join(FOLDER, 'ours.js'));
  const differ = await loadComparison();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...launchArguments(), OFFLINE] });
  const report = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    browser: browser.version(),
    rounds: options.rounds,
    pages: await measureAll(browser, { ...options, differ }),
  };
  await browser.close();
  await writeFile('.build/bench/screenshots.json', JSON.stringify(report, null, 2));
  printReport(report);
  if (!args.some((arg) => /^--(?:only|tools)=/.test(arg))) judge(report, form);
};
