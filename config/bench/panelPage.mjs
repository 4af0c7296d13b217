const START = {
  ours: `<script>window.CliendoSupport ||= function () { (CliendoSupport.q ||= []).push(arguments); };
    CliendoSupport('create', { backend: location.origin, launcher: true, auth: async () => 'x.' + btoa('{"sub":"a","org":"b"}') + '.x' });</script>
    <script src="/support/loader.js"></script>`,
  sentry: '<script src="/bench/sentry.js"></script>',
};

/** Rows such as a dossier has: about nine nodes each. */
const rows = (nodes) =>
  Array.from(
    { length: Math.floor(nodes / 9) },
    (_, row) =>
      `<tr><td>${row}</td><td><b>Naam ${row}</b></td><td><a href="#">C-${row}</a></td><td><input value="${row}"></td></tr>`,
  ).join('');

/** Builds the document of one measurement: a clock before and after the one script tag. */
export const pageOf = (
  search,
) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Meting</title><link rel="icon" href="data:,">
<script>
  window.longTasks = [];
  // First of all listeners: ours keeps the host, and so a later one, from hearing what happens in it.
  addEventListener('pointerdown', (event) => (window.pressedAt = event.timeStamp), true);
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask', buffered: true });
</script>
<body><main><table>${rows(Number(search.get('nodes')))}</table></main>
<script>window.longTasks.length = 0; window.bootFrom = performance.now();</script>
${START[search.get('product')]}
<script>window.bootMs = performance.now() - window.bootFrom;</script>
</body></html>`;

const LAUNCHER = { ours: 'cliendo-support-bar button', sentry: '#sentry-feedback button' };

/** Waits until a person could press: the launcher is there, what it opens was fetched on approach, the page is quiet. */
export const clickToPanelNeeds = async (page, product) => {
  const launcher = page.locator(LAUNCHER[product]).first();
  await launcher.waitFor({ state: 'visible' });
  await launcher.hover();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  await page.evaluate((kind) => {
    const isOpen = {
      ours: () => document.querySelector('cliendo-support')?.shadowRoot?.querySelector('dialog:popover-open h2'),
      sentry: () =>
        document.querySelector('#sentry-feedback')?.shadowRoot?.querySelector('.dialog[open] form, dialog[open] form'),
    }[kind];
    window.painted = new Promise((resolve) => {
      const look = () => {
        if (window.pressedAt !== undefined && isOpen()) setTimeout(() => resolve(performance.now() - window.pressedAt)); // after the frame that shows it
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, product);
};

/** Presses the launcher with a real pointer and gives the time from the press to the painted panel. */
export const clickToPanel = async (page, product) => {
  await page.locator(LAUNCHER[product]).first().click();
  return page.evaluate(() => window.painted);
};
