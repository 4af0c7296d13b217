/**
 * Measures beside others, same machine, same run: `npm run bench -- panel` (the default: boot and click-to-panel beside Sentry's
 * feedback form), `npm run bench -- recording [--minutes n]` (heap and processor beside a bare MediaRecorder), `npm run bench -- receiver` (durable submissions per second beside the disk and a bare PostgreSQL) and `npm run bench -- screenshots [--short] [--only=name] [--tools=a,b] [--rounds=n]` (pictures beside four libraries).
 * `npm run bench -- hints [--short] [--rounds=n]` measures what hints cost a page, beside driver.js and models of two other patterns.
 * `npm run bench -- targets` finds places again on changed pages, beside two generators of selectors.
 */
import { isStarted, main } from './cli.mjs';

const BENCHES = {
  hints: () => import('./bench/hints.mjs'),
  panel: () => import('./bench/panel.mjs'),
  receiver: () => import('./bench/receiver.mjs'),
  recording: () => import('./bench/recording.mjs'),
  screenshots: () => import('./bench/screenshots.mjs'),
  targets: () => import('./bench/targets.mjs'),
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const [name = 'panel', ...args] = process.argv.slice(2);
    const bench = BENCHES[name];
    if (!bench) throw new Error(`"${name}" is no bench. There are: ${Object.keys(BENCHES).join(', ')}.`);
    await (await bench()).run(args);
  });
}
