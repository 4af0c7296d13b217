/**
 * `npm run bench`: what we cost the page of our host, side by side in one run with the feedback widget of @sentry/browser.
 * On an empty page and on one of 3,000 nodes, with the processor slowed down four times. It measures, it does not judge.
 */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { buildPeer } from './bench/peer.mjs';
import { measureVisit } from './bench/visit.mjs';
import { ensureBrowser, launchArguments } from './browser.mjs';
import { build } from './build.mjs';
import { isStarted, main } from './cli.mjs';

const VISITS = 7;
const PAGES = { 'empty page': 0, '3,000 nodes': 3000 };

const gzipOf = (code) => gzipSync(code, { level: 9 }).length;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const subjects = async () => {
  const peer = await buildPeer();
  const loader = await readFile('dist/loader.js', 'utf8');
  return [
    {
      name: 'cliendo support',
      eager: gzipOf(loader),
      script: '<script src="/support/loader.js" data-backend="https://bench.test" data-launcher></script>',
      button: 'cliendo-support-bar button',
      panel: ['cliendo-support', 'dialog:is(:popover-open, [open])'],
    },
    {
      name: 'sentry feedback',
      eager: gzipOf(peer),
      script: '<script src="/peer.js"></script>',
      peer,
      button: '#sentry-feedback button',
      panel: ['#sentry-feedback', 'dialog[open]'],
    },
  ];
};

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const milliseconds = (time) => time.toFixed(0);

const row = (subject, page, visits) => ({
  subject: subject.name,
  page,
  'eager kB': kilobytes(subject.eager),
  'boot ms': milliseconds(median(visits.map(({ bootMs }) => bootMs))),
  'idle ms': milliseconds(median(visits.map(({ idleMs }) => idleMs))),
  'long tasks': median(visits.map(({ longTasks }) => longTasks)),
  'click to panel ms': milliseconds(median(visits.map(({ panelMs }) => panelMs))),
});

/** Visits in turns, so that a busy moment of the machine hits every subject alike. */
const measureInTurns = async (browser, all, nodes) => {
  const visits = all.map(() => []);
  for (let turn = 0; turn < VISITS * all.length; turn += 1) {
    const index = turn % all.length;
    visits[index].push(await measureVisit(browser, { ...all[index], nodes }));
  }
  return visits;
};

const HEADING = `Median of ${VISITS} visits, processor slowed down 4 times. Boot: script work until the page has loaded; idle: script work after it, with nobody touching anything.`;

if (isStarted(import.meta.url)) {
  await main(async () => {
    if (!process.argv.includes('--built')) await build(['sdk']);
    const all = await subjects();
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments() });
    const rows = [];
    try {
      for (const [page, nodes] of Object.entries(PAGES)) {
        const visits = await measureInTurns(browser, all, nodes);
        rows.push(...all.map((subject, index) => row(subject, page, visits[index])));
      }
    } finally {
      await browser.close();
    }
    console.log(`\n${HEADING} Chromium ${browser.version()}.`);
    console.table(rows);
  });
}
