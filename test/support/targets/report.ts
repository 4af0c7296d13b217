import type { Measured, Outcome } from '../../browser/pages/targets';

/** What one strategy comes to over all pages. */
export interface Score {
  readonly strategy: string;
  readonly recorded: number;
  readonly kept: Sum;
  readonly gone: Sum;
  readonly twice: Sum;
}

/** Cases by what became of them. */
export interface Sum {
  readonly cases: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

const sum = (outcomes: readonly Outcome[]): Sum => {
  const right = outcomes.reduce((total, one) => total + one.right, 0);
  const wrong = outcomes.flatMap((one) => one.wrong);
  return { right, wrong, cases: right + wrong.length + outcomes.reduce((total, one) => total + one.notFound, 0) };
};

/** Adds up what was measured on the pages. */
export const scores = (pages: readonly Measured[]): readonly Score[] =>
  Object.keys(pages[0]?.recorded ?? {}).map((strategy) => ({
    strategy,
    recorded: pages.reduce((total, page) => total + (page.recorded[strategy] ?? 0), 0),
    kept: sum(pages.flatMap(({ kept }) => Object.values(kept[strategy] ?? {}))),
    gone: sum(pages.flatMap(({ gone }) => Object.values(gone[strategy] ?? {}))),
    twice: sum(pages.flatMap(({ twice }) => twice[strategy] ?? [])),
  }));

/** The share that was right, in hundredths of a percent rounded down, so that 94.99 is not 95. */
export const percentRight = ({ right, cases }: Sum): number => Math.floor((right / cases) * 10_000) / 100;

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** Writes the tables: per strategy, and per change for the SDK and beside it. */
export function targetReport(pages: readonly Measured[]): string {
  const picked = pages.reduce((total, page) => total + page.picked, 0);
  const all = scores(pages);
  const changes = Object.keys(Object.values(pages[0]?.kept ?? {})[0] ?? {});
  const perChange = (change: string): readonly string[] =>
    all.map(({ strategy }) => {
      const one = sum(pages.flatMap(({ kept }) => kept[strategy]?.[change] ?? []));
      return `${percentRight(one)} %, ${one.wrong.length} wrong`;
    });
  return [
    `${pages.length} pages, ${picked} elements.`,
    '',
    row(['', 'recorded', 'one change: found', 'WRONG', 'also removed: WRONG', 'two changes: found', 'WRONG']),
    row(Array.from({ length: 7 }, () => '---')),
    ...all.map(({ strategy, recorded, kept, gone, twice }) =>
      row([
        strategy,
        `${recorded} of ${picked}`,
        `${percentRight(kept)} % of ${kept.cases}`,
        kept.wrong.length,
        `${gone.wrong.length} of ${gone.cases}`,
        `${percentRight(twice)} % of ${twice.cases}`,
        twice.wrong.length,
      ]),
    ),
    '',
    row(['change', ...all.map(({ strategy }) => strategy)]),
    row(['---', ...all.map(() => '---')]),
    ...changes.map((change) => row([change, ...perChange(change)])),
  ].join('\n');
}
