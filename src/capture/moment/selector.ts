/** How much a selector weighs: ids, classes (with attributes and pseudo-classes), types (with pseudo-elements). */
export type Specificity = readonly [ids: number, classes: number, types: number];

const TOKEN = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\\.|[([,)\]]|[^\\([,)\]"']+/s;
const SIMPLE =
  /::[\w-]+|:[\w-]+|#(?:\\.|[^\s.#:>+~,*[\]()])+|\.(?:\\.|[^\s.#:>+~,*[\]()])+|(?:\\.|[\w-]|[^\0-\x7f])+|[[(]/;
/** A type, or a box of one. */
const TYPE = /^(?:::|[^:.[(])/;
const NONE: Specificity = [0, 0, 0];
const BRANCHES = /^:(?:is|not|has)$/;
const LEGACY = /^:(?:before|after|first-line|first-letter)$/;

/** A copy of a pattern that keeps its own place: these functions call themselves. */
function from(pattern: RegExp, lastIndex = 0): RegExp {
  return Object.assign(new RegExp(pattern, `g${pattern.flags}`), { lastIndex });
}

/** Splits a selector list at the commas that are not inside brackets or quotes. */
export function splitSelectors(list: string): readonly string[] {
  if (!/[([\\"']/.test(list)) return list.split(',').map((part) => part.trim());
  const parts = [''];
  let depth = 0;
  for (const [token] of list.matchAll(from(TOKEN))) {
    if (token === '(' || token === '[') depth += 1;
    if (token === ')' || token === ']') depth -= 1;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}

/** Weighs one selector, as the cascade does. */
export function specificity(selector: string): Specificity {
  let weight = NONE;
  const next = from(SIMPLE);
  for (let match = next.exec(selector); match; match = next.exec(selector)) {
    const [simple] = match;
    const start = next.lastIndex;
    const end =
      simple === '[' || (simple.startsWith(':') && selector[start] === '(')
        ? closingAt(selector, simple === '[' ? start - 1 : start)
        : start;
    weight = sum(weight, weigh(simple, selector.slice(start + 1, end - 1)));
    next.lastIndex = end;
  }
  return weight;
}

function weigh(simple: string, inside: string): Specificity {
  if (simple.startsWith('#')) return [1, 0, 0];
  if (TYPE.test(simple) || LEGACY.test(simple)) return [0, 0, 1];
  if (simple === ':where' || simple === '(') return NONE;
  if (BRANCHES.test(simple)) return heaviest(inside);
  const among = simple.startsWith(':nth') ? heaviest(/\bof\s(.*)/s.exec(inside)?.[1] ?? '') : NONE;
  return sum([0, 1, 0], among);
}

const heaviest = (list: string): Specificity => splitSelectors(list).map(specificity).sort(compare).at(-1) ?? NONE;
const sum = (a: Specificity, b: Specificity): Specificity => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const compare = (a: Specificity, b: Specificity): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

function closingAt(selector: string, openAt: number): number {
  let depth = 0;
  const next = from(TOKEN, openAt);
  for (let match = next.exec(selector); match; match = next.exec(selector)) {
    if (match[0] === '(' || match[0] === '[') depth += 1;
    else if (match[0] === ')' || match[0] === ']') depth -= 1;
    if (depth === 0) return match.index + 1;
  }
  return selector.length;
}

/**
 * Writes a selector that matches the class `mark` and weighs what the original weighed, without a word of the original.
 * The weight comes from a branch of `:is()` that never matches: `:is(*, _ _#_)` weighs as its heaviest branch.
 */
export function markSelector(mark: string, [ids, classes, types]: Specificity): string {
  const spare = classes > 0 ? classes - 1 : 0;
  const dummy = `${Array(types).fill('_').join(' ')}${'#_'.repeat(ids)}${'._'.repeat(spare)}`;
  return `${classes > 0 ? `.${mark}` : `:where(.${mark})`}${dummy && `:is(*,${dummy})`}`;
}
