/** Where hints look on the host's page: through shadow roots and frames, while it changes, and without a trace. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/pages';
import type { hints as page } from './pages/hintPage';

declare const hints: typeof page;
declare const nextFrame: () => Promise<unknown>;

const BODY = `
  <style>.away { display: none } .over { position: fixed; inset: 0 }</style>
  <main>
    <section id="gegevens"><h2>Gegevens</h2><label>Postcode <input name="postcode"></label>
      <button id="bewaren">Bewaren</button></section>
    <section id="afspraken"><h2>Afspraken</h2><label>Datum <input name="datum"></label>
      <button id="toevoegen">Bewaren</button></section>
  </main>`;

const stateOf = (tab: Page, name: string): Promise<string> => tab.evaluate((one) => hints.page.placeOf(one), name);
/** What was told of a place, last. */
const told = (tab: Page): Promise<string | undefined> =>
  tab.evaluate(() => {
    const states = hints.signs.flatMap((sign) => (sign.is === 'place' ? [sign.state] : []));
    return states.at(-1);
  });
const awaitSave = (tab: Page): Promise<void> =>
  tab.evaluate(() => {
    const button = document.querySelector('#bewaren');
    if (button) hints.await({ bewaren: button }, ['visible', 'click', 'hover', 'focus']);
  });

test.beforeEach(async ({ page, pages }) => {
  await pages.open({ body: BODY, script: 'hintPage' });
  await page.waitForFunction(() => 'hints' in globalThis);
});

test('a place in a shadow root in a frame is found when the frame comes, and again after it was loaded anew', async ({
  page,
}) => {
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), {
      id: 'module',
      srcdoc: '<cli-kaart id="kaart"></cli-kaart>',
    });
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve));
  });
  const fill = (): Promise<void> =>
    page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      const root = inside?.querySelector('#kaart')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<section><h3>Metingen</h3><button>Nieuwe meting</button></section>';
    });
  await fill();
  await page.evaluate(() => {
    const root = document.querySelector('iframe')?.contentDocument?.querySelector('#kaart')?.shadowRoot;
    const button = root?.querySelector('button');
    if (button) hints.await({ meting: button });
  });
  await expect.poll(() => told(page)).toBe('found');
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    if (frame) frame.srcdoc = '<cli-kaart id="kaart"></cli-kaart><p></p>';
  });
  await expect.poll(() => stateOf(page, 'meting')).toBe('missing');
  await page.frameLocator('iframe').locator('p').waitFor({ state: 'attached' });
  await fill();
  await page.locator('h2').first().click(); // a root that is attached tells nobody; a press looks again
  await expect.poll(() => told(page)).toBe('found');
});

test('what a class hides is waited for, and found when a class shows it, without a change of the page', async ({
  page,
}) => {
  await awaitSave(page);
  await expect.poll(() => told(page)).toBe('found');
  const setHidden = (isHidden: boolean): Promise<unknown> =>
    page.evaluate((wanted) => document.querySelector('#gegevens')?.classList.toggle('away', wanted), isHidden);
  await setHidden(true);
  await expect.poll(() => told(page)).toBe('hidden');
  await setHidden(false);
  await expect.poll(() => told(page)).toBe('found');
});

test('a place that was removed is told missing, never becomes its neighbour, and is found when it is drawn again', async ({
  page,
}) => {
  await awaitSave(page);
  await expect.poll(() => told(page)).toBe('found');
  await page.evaluate(() => document.querySelector('#bewaren')?.remove());
  await expect.poll(() => told(page)).toBe('missing');
  expect(await stateOf(page, 'bewaren')).toBe('missing');
  await page.evaluate(() => {
    const again = Object.assign(document.createElement('button'), { textContent: 'Bewaren', id: 'bewaren' });
    document.querySelector('#gegevens')?.append(again);
  });
  await expect.poll(() => told(page)).toBe('found');
  expect(await page.evaluate(() => hints.page.elementOf('bewaren')?.closest('section')?.id)).toBe('gegevens');
});

test('a place that is drawn anew or goes while it is out of view is noticed, and told seen when a person scrolls to it', async ({
  page,
}) => {
  const isSeen = (): Promise<boolean> =>
    page.evaluate(() => hints.signs.some((sign) => sign.is === 'visible' && sign.isInView));
  await page.evaluate(() => {
    const space = Object.assign(document.createElement('div'), { id: 'ruimte' });
    space.style.height = '3000px';
    document.querySelector('#gegevens')?.before(space);
  });
  await awaitSave(page);
  await expect.poll(() => told(page)).toBe('found');
  const isCurrent = (): Promise<boolean> =>
    page.evaluate(() => hints.page.elementOf('bewaren') === document.querySelector('#bewaren'));
  await page.evaluate(() => {
    const button = document.querySelector('#bewaren');
    if (button) button.outerHTML = String(button.outerHTML);
  });
  await expect.poll(isCurrent).toBe(true);
  expect(await isSeen()).toBe(false);
  await page.locator('#bewaren').scrollIntoViewIfNeeded();
  await expect.poll(isSeen).toBe(true);
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => document.querySelector('#bewaren')?.remove());
  await expect.poll(() => told(page)).toBe('missing');
});

test('fields that swap their labels are never taken for each other', async ({ page }) => {
  await page.evaluate(() => {
    const field = document.querySelector('[name=postcode]');
    if (field) hints.await({ postcode: field });
  });
  await expect.poll(() => told(page)).toBe('found');
  await page.evaluate(() => {
    const [first, second] = [...document.querySelectorAll('label')].map(({ firstChild }) => firstChild);
    if (first && second) [first.nodeValue, second.nodeValue] = [second.nodeValue, first.nodeValue];
  });
  await page.locator('h2').first().click();
  await page.evaluate(() => nextFrame());
  const name = await page.evaluate(() => hints.page.elementOf('postcode')?.getAttribute('name') ?? 'none');
  expect(['postcode', 'none']).toContain(name);
});

test('when nothing is awaited nothing is followed, and a busy page asks nothing of it', async ({ page }) => {
  const asked = (): Promise<typeof hints.asked> => page.evaluate(() => ({ ...hints.asked }));
  const changeMuch = (): Promise<void> =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 10; frame += 1) {
        document
          .querySelector('main')
          ?.append(Object.assign(document.createElement('p'), { textContent: String(frame) }));
        await nextFrame();
      }
    });
  expect((await asked()).observing).toBe(0);
  await awaitSave(page);
  await expect.poll(() => told(page)).toBe('found');
  const rest = await asked();
  expect(rest.observing).toBe(0);
  await changeMuch();
  expect(await asked()).toEqual(rest);

  await page.evaluate(() => document.querySelector('#bewaren')?.remove());
  await expect.poll(() => told(page)).toBe('missing');
  await changeMuch();
  expect((await asked()).observing).toBe(1);
  expect((await asked()).frames).toBeGreaterThan(rest.frames);
  await page.evaluate(() => hints.awaitNothing());
  expect((await asked()).observing).toBe(0);
});

test('a place that is in view already is told seen to who asks for that later', async ({ page }) => {
  await page.evaluate(() => {
    const button = document.querySelector('#bewaren');
    if (button) hints.await({ bewaren: button }, ['click']);
  });
  await expect.poll(() => told(page)).toBe('found');
  await page.evaluate(() => hints.askAlso('visible'));
  await expect.poll(() => page.evaluate(() => hints.signs.some(({ is }) => is === 'visible'))).toBe(true);
});

test('a place is told seen, pressed, hovered, focused and left, and said to be covered by what lies over it', async ({
  page,
}) => {
  await awaitSave(page);
  await expect.poll(() => page.evaluate(() => hints.signs.some(({ is }) => is === 'visible'))).toBe(true);
  await page.getByRole('button', { name: 'Bewaren' }).first().click();
  await page.getByLabel('Datum').click();
  const kinds = () =>
    page.evaluate(() => hints.signs.map((sign) => (sign.is === 'left' ? `left ${sign.by}` : sign.is)));
  await expect.poll(kinds).toEqual(expect.arrayContaining(['hover', 'focus', 'click', 'left hover', 'left focus']));
  expect(await stateOf(page, 'bewaren')).toBe('found');
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('div'), { className: 'over' })));
  await expect.poll(() => stateOf(page, 'bewaren')).toBe('covered');
});

test('a place is told covered and free again while the page scrolls, and judging it forces no layout', async ({
  page,
}) => {
  await awaitSave(page);
  await expect.poll(() => page.evaluate(() => hints.signs.some(({ is }) => is === 'visible'))).toBe(true);
  await page.evaluate(() => {
    const bar = Object.assign(document.createElement('div'), { className: 'bar' });
    const button = document.querySelector('#bewaren')?.getBoundingClientRect();
    bar.style.cssText = `position: fixed; inset: 0 0 auto; height: ${(button?.top ?? 0) - 1}px; background: white`;
    document.body.append(bar);
    document.body.style.paddingBottom = '3000px';
  });
  await page.evaluate(() => window.scrollBy(0, (document.querySelector('#bewaren')?.clientHeight ?? 0) - 2));
  await expect.poll(() => told(page)).toBe('covered');
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(() => told(page)).toBe('found');
  const reads = await page.evaluate(() => {
    let count = 0;
    const { elementFromPoint } = document;
    document.elementFromPoint = (...at) => {
      count += 1;
      return elementFromPoint.apply(document, at);
    };
    for (let turn = 0; turn < 50; turn++) hints.page.placeOf('bewaren');
    return count;
  });
  expect(reads).toBe(0);
});

test('looking leaves no trace on the page', async ({ page }) => {
  const writes = await page.evaluate(async () => {
    const records: MutationRecord[] = [];
    const witness = new MutationObserver((more) => records.push(...more));
    witness.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    const button = document.querySelector('#bewaren');
    if (button) hints.await({ bewaren: button }, ['visible', 'click', 'hover', 'focus', 'input', 'rageClick']);
    while (!hints.signs.some(({ is }) => is === 'visible')) await nextFrame();
    hints.page.placeOf('bewaren');
    hints.page.reveal('bewaren');
    hints.end();
    await nextFrame();
    const ours = records.length;
    document.body.setAttribute('data-control', '');
    await nextFrame();
    return { ours, withControl: records.length };
  });
  expect(writes).toEqual({ ours: 0, withControl: 1 });
});
