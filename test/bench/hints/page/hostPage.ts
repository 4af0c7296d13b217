import type { Control, Screen, Section } from '../careApp';

/** How much of the page changes in a frame. */
export interface Load {
  readonly texts: number;
  readonly classes: number;
  readonly rows: number;
}

/** A page of an app, drawn by hand as a framework would: it knows nothing of hints. */
export interface HostPage {
  /** Puts this page up, filled with rows to so many elements. Gives what a person uses on it. */
  draw(screen: Screen, elements: number): readonly Element[];
  change(load: Load): void;
  /** Adds so many elements at once. */
  burst(elements: number): void;
  /** Puts the rows of a burst away. */
  calm(): void;
}

const CELLS_IN_ROW = 9;
/** Elements of a row: the row, its cells, and what is in them. */
const IN_ROW = CELLS_IN_ROW + 1 + 3;

/** Draws into the body. */
export function createHostPage(): HostPage {
  const nav = element('nav', { 'aria-label': 'Hoofdmenu' }, ['Start', 'Agenda', 'Zoeken'].map(linkTo));
  const main = element('main', {}, []);
  const extra = element('div', {}, []);
  document.body.append(nav, main, extra);
  let rows: Element[] = [];
  let cells: Element[] = [];
  let turn = 0;
  const next = (from: readonly Element[]): number => (turn += 1) % from.length;

  return {
    draw({ title, sections }, elements) {
      const drawn = sections.map(drawSection);
      const bare = [element('h1', {}, [title]), ...drawn];
      main.replaceChildren(...bare);
      const left = elements - document.querySelectorAll('*').length - 2;
      rows = Array.from({ length: Math.max(0, Math.floor(left / IN_ROW)) }, (_, index) => drawRow(index));
      cells = rows.flatMap((row) => [...row.querySelectorAll('td:not(:has(*))')]);
      if (rows.length > 0) main.append(element('table', {}, [element('tbody', {}, rows)]));
      return drawn.flatMap((section) => [...section.querySelectorAll('input,select,button,a')]);
    },
    change({ texts, classes, rows: replaced }) {
      for (let count = 0; count < texts; count++) cells[next(cells)]?.replaceChildren(`waarde ${turn}`);
      for (let count = 0; count < classes; count++) cells[next(cells)]?.classList.toggle('is-nieuw');
      for (let count = 0; count < replaced; count++) {
        const at = next(rows);
        const row = drawRow(turn);
        rows[at]?.replaceWith(row);
        rows[at] = row;
      }
    },
    burst(elements) {
      extra.append(
        element('table', {}, [
          element(
            'tbody',
            {},
            Array.from({ length: Math.ceil(elements / IN_ROW) }, (_, index) => drawRow(index)),
          ),
        ]),
      );
    },
    calm: () => extra.replaceChildren(),
  };
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  inside: readonly (Node | string)[],
): Element {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

const linkTo = (words: string): Element => element('a', { href: `/${words.toLowerCase()}` }, [words]);

function drawRow(index: number): Element {
  const plain = Array.from({ length: CELLS_IN_ROW - 3 }, (_, cell) => element('td', {}, [`${index} ${cell}`]));
  const name = element('td', {}, [element('b', {}, [`Regel ${index}`])]);
  const open = element('td', {}, [element('a', { href: `/regel/${index}` }, ['Openen'])]);
  const more = element('td', {}, [element('button', { type: 'button' }, ['Meer'])]);
  return element('tr', {}, [name, ...plain, open, more]);
}

const drawSection = ({ id, heading, controls }: Section): Element =>
  element('section', { id }, [element('h2', {}, [heading]), ...controls.map(drawControl)]);

function drawControl({ tag, type, words, signs }: Control): Element {
  const attributes = {
    ...present('type', type),
    ...present('data-support-hint', signs.hintId),
    ...present('data-testid', signs.testid),
    ...present('id', signs.id),
    ...present('name', signs.name),
    ...present('href', signs.href),
  };
  if (tag === 'button' || tag === 'a') return element('p', {}, [element(tag, attributes, [words.nl])]);
  return element('p', {}, [element('label', {}, [words.nl, element(tag, attributes, [])])]);
}

const present = (name: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [name]: value };
