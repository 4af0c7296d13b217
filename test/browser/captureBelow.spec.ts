/** Of a long page only what is in view is copied, and what is in view looks as if all of it were. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/pages';
import { draw, freeze, ready, screenshot } from './captureSteps';
import type { CaptureEngine } from './pages/captureEngine';

declare const engine: CaptureEngine;

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const rows = many(
  400,
  (row) =>
    `<tr><td>${row}</td><td>${row === 390 ? 'The widest text of all is far below the view' : `Text ${row}`}</td><td><b>Chip</b></td></tr>`,
);
const items = many(400, (item) => `<div class="item"><p>Line ${item}</p></div>`);
const STYLE = `<style>body{margin:0;font:14px/1.5 Arial}.item{padding:2px 12px;border-bottom:1px solid #ccc}p{margin:12px 0}table{border-collapse:collapse}td{border:1px solid #99a;padding:4px 10px}b{background:#dfd;border-radius:9px;padding:0 8px}`;

/** Pages that go on far below the view, each in a way that asks something of what is left out. */
const PAGES: Readonly<Record<string, { head?: string; body: string }>> = {
  'a table whose columns are as wide as a row far below': {
    body: `<h1>Table</h1><table><tbody>${rows}</tbody></table>`,
  },
  'a table of full width with separate borders': {
    head: 'table{width:100%;border-collapse:separate;border-spacing:6px}',
    body: `<table><thead><tr><th colspan="2">Wide</th><th>Narrow</th></tr></thead><tbody>${rows}</tbody></table>`,
  },
  'a box that fits around its widest line': {
    head: 'aside{display:inline-block;vertical-align:top;background:#eef}section{float:right;border:2px solid}',
    body: `<aside>Side</aside><section>${items}<div class="item">The widest line, by which the box is as wide as it is</div></section>`,
  },
  'a row of boxes that stand on their last line': {
    head: 'i{display:inline-block;width:200px;background:#fee}',
    body: `<i>${many(30, (line) => `<div>Low ${line}</div>`)}</i> <i>${many(60, (line) => `<div>High ${line}</div>`)}</i>`,
  },
  'a page of columns that are filled evenly': { head: 'main{columns:3}', body: `<main>${items}</main>` },
  'a list that counts down': { body: `<ol reversed>${many(200, (item) => `<li>Item ${item}</li>`)}</ol>` },
  'a piece from far below that hangs in view': {
    head: '.hung{position:fixed;right:20px;bottom:20px;background:#fc8;padding:20px}.up{position:relative;height:0;top:-3000px;color:red}',
    body: `${many(60, (line) => `<p>Line ${line}</p>`)}<div><div class="item"><span class="hung">Hung in view</span></div></div>`,
  },
  'a background as tall as the page': {
    head: 'main{background:linear-gradient(red,blue);position:relative}main>u{position:absolute;top:2%;right:0}',
    body: `<main><u>At two percent</u>${items}</main>`,
  },
};

const offBy = async (page: Page): Promise<number> => {
  const before = await screenshot(page);
  const { png, code } = await draw(page, await freeze(page, 'everything'));
  expect(code).toBe('');
  return page.evaluate(([one, other]) => engine.differ(one, other), [png, before] as const);
};

for (const [name, { head = '', body }] of Object.entries(PAGES))
  test(`${name} looks as it does on the screen`, async ({ page, pages }) => {
    await pages.open({ head: `${STYLE}${head}</style>`, body, script: 'captureEngine' });
    await ready(page);
    expect(await offBy(page)).toBeLessThan(0.001);
  });

test.describe('what lies below the view', () => {
  const table = { head: `${STYLE}</style>`, body: `<table><tbody>${rows}</tbody></table>`, script: 'captureEngine' };

  test('is not in the copy, until it is scrolled into view', async ({ page, pages }) => {
    await pages.open(table);
    await ready(page);
    const [above, below] = ['>Text 3<', '>Text 388<'];
    const { markup } = await freeze(page, 'everything');
    expect([markup.includes(above), markup.includes(below)]).toEqual([true, false]);
    await page.evaluate(() => scrollTo(0, 1e6));
    expect((await freeze(page, 'everything')).markup).toContain(below);
    expect(await offBy(page)).toBeLessThan(0.001);
  });

  test('may be more than a call has room for arguments', async ({ page, pages }) => {
    await pages.open({ head: '<style>p{margin:0;height:2px}</style>', script: 'captureEngine' });
    await ready(page);
    await page.evaluate(() => {
      const list = document.createElement('main');
      const rows = [...Array(10_000)].map(() => document.createElement('p'));
      for (let times = 0; times < 13; times += 1) list.append(...rows.map((row) => row.cloneNode()));
      document.body.append(list);
    });
    const { markup, gaps } = await freeze(page, 'everything');
    expect(gaps).toEqual([]);
    expect(markup.split('<p').length).toBeLessThan(1000);
  });

  test('does not tell by its width how long a covered text is', async ({ page, pages }) => {
    await pages.open(table);
    await ready(page);
    const widths = async (catalogue: readonly string[] | 'everything'): Promise<readonly number[]> => {
      const { markup } = await freeze(page, catalogue);
      return [...markup.matchAll(/<cl-e style="display:block;width:([\d.]+)px/g)].map(
        ([, width]) => Number(width) % 24,
      );
    };
    expect(await widths([])).toEqual([0, 0, 0]);
    expect(Math.max(...(await widths('everything')))).toBeGreaterThan(0);
  });
});
