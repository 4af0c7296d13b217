/** An id that no page has, so often that no selector of a page counts more. */
const IDS = '#cl'.repeat(8);
/** What a selector is cut at, and what has to be passed over in one: escapes and quoted texts. */
const PARTS = /\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|::|[,()[\]]/gs;

/** A condition that is always true and makes a selector count more than any of the page; `times` more than ours of less. */
export const strong = (times = 1): string => `:not(${IDS.repeat(times)})`;

/** Writes a text between the quotes of a selector. */
export const quoted = (text: string): string =>
  `"${text.replace(/["\\\u0000-\u001f\u007f]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`; // eslint-disable-line no-control-regex -- these are the signs to escape

/** Adds a condition to each selector of a list: before a pseudo-element, which has to stay last. */
export const withCondition = (selectors: string, condition: string): string =>
  partsOf(selectors)
    .map((selector) => {
      const end = topLevel(selector, '::');
      return end < 0 ? `${selector}${condition}` : `${selector.slice(0, end)}${condition}${selector.slice(end)}`;
    })
    .join();

/** The selectors of a list, cut at commas that stand in no brackets or quotes. */
function partsOf(selectors: string): readonly string[] {
  const parts: string[] = [];
  let rest = selectors;
  for (let comma = topLevel(rest, ','); comma >= 0; comma = topLevel(rest, ',')) {
    parts.push(rest.slice(0, comma).trim());
    rest = rest.slice(comma + 1);
  }
  return [...parts, rest.trim()];
}

/** Where a sign first stands outside brackets and quotes; -1 when nowhere. */
function topLevel(selector: string, sign: string): number {
  let depth = 0;
  for (const { 0: part, index } of selector.matchAll(PARTS)) {
    if (depth === 0 && part === sign) return index;
    if (part === '(' || part === '[') depth += 1;
    if (part === ')' || part === ']') depth -= 1;
  }
  return -1;
}
