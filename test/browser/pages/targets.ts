import { CHANGES, translated } from '../../support/targets/changes';
import { STRATEGIES, type Found, type Recorded } from '../../support/targets/strategies';

/** What became of the cases of one strategy, by change. */
export interface Outcome {
  right: number;
  notFound: number;
  /** Names of elements that got another: for a person to look at. */
  wrong: string[];
  /** Names of elements that were there and not found. */
  missed: string[];
}

/** What the suite measured on one page. */
export interface Measured {
  readonly picked: number;
  /** By strategy. Cases are made of the places that every strategy could record. */
  readonly recorded: Readonly<Record<string, number>>;
  /** By strategy, by change: the element is still there. */
  readonly kept: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
  /** By strategy, by change: the element is gone as well. */
  readonly gone: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
  /** By strategy: two changes at once. */
  readonly twice: Readonly<Record<string, Outcome>>;
}

/** What hints are put at; those in rows of a table look alike and are left out. */
const PLACES = 'a[href],button,input,select,textarea,summary,[role=tab],[role=menuitem],h1,h2,h3,h4,h5,h6';
/** On one page; more of the same say nothing more. */
const MOST = 24;

const emptyOutcome = (): Outcome => ({ right: 0, notFound: 0, wrong: [], missed: [] });
const nameOf = (element: Element): string =>
  `${element.localName}${element.id && `#${element.id}`} "${(element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 30)}"`;

/** Evenly over the page, as it comes: nobody chooses. */
function pick(): readonly Element[] {
  const places = [...document.body.querySelectorAll(PLACES)].filter(
    (element) => !element.closest('tbody') && element.checkVisibility({ visibilityProperty: true }),
  );
  const step = Math.max(1, places.length / MOST);
  return Array.from({ length: Math.min(MOST, places.length) }, (_, at) => places[Math.floor(at * step)]).flatMap(
    (element) => element ?? [],
  );
}

/** Says for good what nobody sees, so that it stays so when its class has another name. */
function keepHidden(): void {
  const hidden = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      !element.checkVisibility({ visibilityProperty: true }) &&
      element.parentElement?.checkVisibility({ visibilityProperty: true }),
  );
  for (const element of hidden) element.style.display = 'none';
}

interface Case {
  readonly recorded: Recorded;
  /** Its place in the order of the page. */
  readonly at: number;
}

/** Puts a copy of the page up, and gives its elements in the order of the page as it was. */
function putUp(original: HTMLElement): readonly Element[] {
  document.documentElement.lang = 'nl';
  const copy = original.cloneNode(true) as HTMLElement; // a copy of an element is one
  document.body.replaceWith(copy);
  return [...copy.querySelectorAll('*')];
}

/** Shows the app in its other language once, to who can use that. */
function learnLanguage(original: HTMLElement, cases: readonly Case[]): void {
  const elements = putUp(original);
  translated(document.body);
  for (const { recorded, at } of cases) {
    const element = elements[at];
    if (element) recorded.learn?.(element);
  }
}

function judge(outcome: Outcome, found: Element | undefined, meant: Element | undefined): void {
  if (found && found !== meant) outcome.wrong.push(`${meant ? nameOf(meant) : 'what is gone'} became ${nameOf(found)}`);
  else if (found === meant) outcome.right += 1;
  else {
    outcome.notFound += 1;
    if (meant) outcome.missed.push(nameOf(meant));
  }
}

function withoutIt(element: Element | undefined, look: () => void): void {
  const mark = document.createComment('');
  element?.replaceWith(mark);
  look();
  if (element) mark.replaceWith(element);
}

function measure(): Measured {
  document.documentElement.lang = 'nl';
  keepHidden();
  const order = [...document.body.querySelectorAll('*')];
  const places = pick();
  const recordings = Object.entries(STRATEGIES).map(
    ([strategy, record]) => [strategy, places.map((element) => record(element))] as const,
  );
  const isByAll = places.map((_, at) => recordings.every(([, all]) => all[at]));
  const cases: Record<string, readonly Case[]> = Object.fromEntries(
    recordings.map(([strategy, all]) => [
      strategy,
      all.flatMap((recorded, at) => {
        const place = places[at];
        return recorded && place && isByAll[at] ? [{ recorded, at: order.indexOf(place) }] : [];
      }),
    ]),
  );
  const original = document.body.cloneNode(true) as HTMLElement; // a copy of an element is one
  learnLanguage(original, Object.values(cases).flat());
  const perStrategy = <Value>(valueOf: () => Value): Record<string, Value> =>
    Object.fromEntries(Object.keys(STRATEGIES).map((name) => [name, valueOf()]));
  const perChange = (): Record<string, Outcome> =>
    Object.fromEntries(Object.keys(CHANGES).map((name) => [name, emptyOutcome()]));
  const [kept, gone, twice] = [perStrategy(perChange), perStrategy(perChange), perStrategy(emptyOutcome)];
  const eachCase = (
    elements: readonly Element[],
    look: (one: { strategy: string; found: Found; meant: Element | undefined }) => void,
  ): void => {
    for (const [strategy, all] of Object.entries(cases)) {
      for (const { recorded, at } of all) look({ strategy, found: recorded.find, meant: elements[at] });
    }
  };

  for (const [name, change] of Object.entries(CHANGES)) {
    const elements = putUp(original);
    change(document.body);
    eachCase(elements, ({ strategy, found, meant }) => {
      judge(kept[strategy]?.[name] ?? emptyOutcome(), found(), meant);
      withoutIt(meant, () => judge(gone[strategy]?.[name] ?? emptyOutcome(), found(), undefined));
    });
  }
  const changes = Object.values(CHANGES).slice(1);
  for (const [index, first] of changes.entries()) {
    const second = changes[(index + 3) % changes.length];
    const elements = putUp(original);
    first(document.body);
    second?.(document.body);
    eachCase(elements, ({ strategy, found, meant }) => judge(twice[strategy] ?? emptyOutcome(), found(), meant));
  }
  return {
    picked: places.length,
    recorded: Object.fromEntries(recordings.map(([name, all]) => [name, all.filter(Boolean).length])),
    kept,
    gone,
    twice,
  };
}

/** What the suite asks of a page. */
export const targets = { measure };

Object.assign(globalThis, { targets });
