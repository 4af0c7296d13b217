/** Whether a table of pictures reaches what was promised. Pure, so that a test can hold a table that misses before it. */

const OURS = /^ours/;
/** What no picture may be off by, and by how much it may be less true than the truest. Points of a percent. */
const MOST_MISMATCH = 3;
const AS_TRUE = 0.3;
const PAGE_OF_3000 = '3,000 nodes';
const PAGE_OF_10000 = '10,000 nodes';

/**
 * What each form asks. The short one runs in CI, beside other work: it asks half the ratio of processor time, and no milliseconds.
 * Its few pages are the same to the pixel on every machine, so there it may miss none.
 */
const ASKED = {
  full: { ratio: 2, share: 13 / 15, longestMs: 200, largeMs: 1500 },
  short: { ratio: 1.5, share: 1, longestMs: Infinity, largeMs: Infinity },
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const drawnByOthers = (tools) =>
  Object.entries(tools).flatMap(([name, row]) => (OURS.test(name) || row.cpu === undefined ? [] : [row]));
const lowest = (tools, key) => Math.min(...drawnByOthers(tools).map((row) => row[key]));
const mismatchOf = ({ ours }) => ours.mismatch ?? 100;

/** Counts what the goals are about. A page that no library could draw compares nothing. */
export const figuresOf = (pages) => {
  const all = Object.values(pages).filter(({ ours }) => ours);
  const compared = all.filter((tools) => drawnByOthers(tools).length > 0);
  const ratios = compared.map((tools) => lowest(tools, 'cpu') / (tools.ours.cpu ?? Infinity));
  return {
    compared: compared.length,
    ratio: median(ratios),
    faster: ratios.filter((ratio) => ratio > 1).length,
    asTrue: compared.filter((tools) => mismatchOf(tools) <= lowest(tools, 'mismatch') + AS_TRUE).length,
    worst: Math.max(...all.map(mismatchOf)),
    failures: Object.values(pages)
      .flatMap((tools) => Object.entries(tools))
      .filter(([name, { failure }]) => OURS.test(name) && failure !== undefined).length,
    longestMs: pages[PAGE_OF_3000]?.['ours masked']?.longest,
    largeMs: pages[PAGE_OF_10000]?.['ours masked']?.ms,
  };
};

/** Gives a sentence for each goal that is not reached. Nothing was compared is a miss too. */
export const missesOf = (pages, form) => {
  const { ratio, share, longestMs, largeMs } = ASKED[form];
  const found = figuresOf(pages);
  if (found.compared === 0) return ['No page was compared with a library.'];
  const enough = Math.ceil(found.compared * share);
  const misses = [
    [found.failures > 0, `${found.failures} of our pictures failed: none may.`],
    [
      !(found.ratio >= ratio),
      `The fastest library takes ${found.ratio.toFixed(2)} times ours on the median page: ${ratio} is asked.`,
    ],
    [found.faster < enough, `Faster than the fastest library on ${found.faster} pages: ${enough} are asked.`],
    [found.asTrue < enough, `As true as the truest on ${found.asTrue} pages: ${enough} are asked.`],
    [!(found.worst <= MOST_MISMATCH), `A picture is ${found.worst.toFixed(2)} % off: ${MOST_MISMATCH} % is the most.`],
    [
      found.longestMs > longestMs,
      `The longest task on ${PAGE_OF_3000} takes ${Math.round(found.longestMs)} ms: ${longestMs} is the most.`,
    ],
    [
      found.largeMs > largeMs,
      `A picture of ${PAGE_OF_10000} takes ${Math.round(found.largeMs)} ms: ${largeMs} is the most.`,
    ],
  ];
  return misses.flatMap(([isMissed, sentence]) => (isMissed ? [sentence] : []));
};
