import { figuresOf } from './screenshotGoals.mjs';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const show = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits));

/** Medians per tool; a tool that failed once counts as failed. The longest task is the longest of all rounds. */
export const summarise = (rows) =>
  Object.fromEntries(
    Object.entries(rows).map(([tool, all]) => {
      const good = all.filter(({ failure }) => failure === undefined);
      const failure = all.find((row) => row.failure !== undefined)?.failure;
      if (good.length === 0) return [tool, { failure }];
      const of = (name) => median(good.map((row) => row[name]));
      const frozenMs = of('frozenMs');
      return [
        tool,
        {
          ms: of('ms'),
          cpu: of('cpu'),
          longest: median(good.map(({ longest }) => longest)),
          mismatch: of('mismatch'),
          gaps: good[0].gaps,
          ...(frozenMs !== undefined && { frozenMs }),
          ...(failure !== undefined && { failure }),
        },
      ];
    }),
  );

const cell = (figures) =>
  figures === undefined || figures.cpu === undefined
    ? (figures?.failure ?? '–')
    : `${show(figures.cpu)} / ${show(figures.ms)} / ${show(figures.longest)} / ${show(figures.mismatch, 2)}${figures.failure ? ' (failed once)' : ''}`;

/** Prints the table and the ratios. */
export const printReport = ({ date, machine, browser, rounds, pages }) => {
  const tools = Object.keys(Object.values(pages)[0] ?? {});
  console.log(`\n${date}, ${machine}, Chromium ${browser}, 1280 × 800, medians of ${rounds}`);
  console.log(
    'Each cell: main-thread CPU ms / wall ms / longest task ms / mismatch %. "ours" and "ours calm" run with masking off:',
  );
  console.log(
    'everything is called interface by a test dictionary. "ours masked" is what the product does; its mismatch is the covers.\n',
  );
  console.log(`| page | ${tools.join(' | ')} |\n|---|${tools.map(() => '---').join('|')}|`);
  for (const [name, row] of Object.entries(pages))
    console.log(`| ${name} | ${tools.map((tool) => cell(row[tool])).join(' | ')} |`);
  for (const [name, row] of Object.entries(pages))
    if (row.ours?.gaps?.length) console.log(`${name}: gaps ${row.ours.gaps.join(', ')}`);
  const { compared, ...figures } = figuresOf(pages);
  if (figures.longestMs !== undefined)
    console.log(
      `\nAs the product does it: longest task on 3,000 nodes ${show(figures.longestMs)} ms, picture of 10,000 nodes ${show(figures.largeMs)} ms.`,
    );
  if (compared === 0) return;
  console.log(
    `Faster than the fastest library: ${figures.faster} of ${compared}; on the median page ${show(figures.ratio, 1)} times.`,
  );
  console.log(
    `Truest or within 0.3 points: ${figures.asTrue} of ${compared}; worst ${show(figures.worst, 2)} %; failures ${figures.failures}.`,
  );
};
