/**
 * A recording in Firefox, which writes WebM without a duration: it must play, seek and know how long it is. The display
 * is drawn by the page: nobody is there to choose one.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { RecorderPage } from '../browser/pages/recorder';
import { freePort } from '../support/demo';
import { firefox } from '../support/engines/firefox';
import type { Tab } from '../support/engines/tab';
import { GREEN, RED } from '../support/recorder';

declare const recorder: RecorderPage;

const DISPLAY = `<!doctype html><title>Proef</title><canvas width="640" height="360"></canvas><script>
  const pen = document.querySelector('canvas').getContext('2d');
  window.colour = 'rgb(200, 0, 0)';
  setInterval(() => { pen.fillStyle = window.colour; pen.fillRect(0, 0, 640, 360); }, 50);
  MediaDevices.prototype.getDisplayMedia = async () => document.querySelector('canvas').captureStream(20);
</script><script type="module" src="/recorder.js"></script>`;

test.describe.configure({ timeout: 240_000 });

test('a recording of Firefox plays, seeks, and has the right duration', async () => {
  test.skip(!firefox.command, 'Firefox is not installed on this machine');
  const server = createServer((request, answer) => {
    const isScript = request.url === '/recorder.js';
    answer.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    if (isScript) void readFile('.build/pages/recorder.js').then((script) => answer.end(script));
    else answer.end(DISPLAY);
  });
  const port = await freePort();
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const tab = await firefox.open();
  try {
    await tab.goTo(`http://127.0.0.1:${port}/`);
    await becomes(tab, () => 'recorder' in globalThis);
    await tab.run(() => void recorder.model.ask());
    await becomes(tab, () => recorder.model.timing.elapsedMs.peek() > 3000);
    const turnedAtMs = await tab.run(() => {
      Object.assign(window, { colour: 'rgb(0, 160, 0)' });
      return recorder.model.timing.measure();
    });
    await becomes(tab, () => recorder.model.timing.elapsedMs.peek() > 7000);
    await tab.run(() => recorder.model.stop());
    await becomes(tab, () => recorder.films.length === 1);
    const film = await tab.run(() => recorder.films[0]);
    expect(film?.type).toBe('video/webm');
    const seconds = (film?.durationMs ?? 0) / 1000;
    const at = turnedAtMs / 1000;
    const played = await tab.run((moments) => recorder.play(moments), [at - 1, at + 1.5, seconds - 0.5, 1]);
    expect(Math.abs(played.duration - seconds)).toBeLessThan(0.5);
    expect(played.colours).toEqual([RED, GREEN, GREEN, RED].map((colour) => expect.stringMatching(colour)));
  } finally {
    await tab.close();
    server.close();
  }
});

const becomes = (tab: Tab, isSo: () => boolean): Promise<void> =>
  expect.poll(() => tab.run(isSo), { timeout: 60_000 }).toBe(true);
