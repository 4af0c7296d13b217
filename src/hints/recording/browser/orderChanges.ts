import { isInDialog, parentOf } from '../../browser/elementSigns';
import { SECTION } from '../../browser/sections';
import type { Stage } from './stage';

const HEADING = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';
const CONTROLS = `button,input,select,textarea,a,${HEADING}`;
/** What is new says something that no app says: it is not to be taken for what was there. */
const NEW = 'Toegevoegd onderdeel';

/** Lists, rows and sections around the element in another order: of each the last comes first. */
export function* reorder({ target, edits }: Stage): Generator<void> {
  for (const kin of kinAround(target)) {
    const [first] = kin;
    const last = kin.at(-1);
    if (first && last && first !== last) edits.insert(last, first);
    yield;
  }
}

/** It is no longer there. */
export function* remove({ target, edits }: Stage): Generator<void> {
  edits.remove(target);
  yield;
}

/** The nearest that hold something of the same kind go, before and behind, up to the section around. */
export function* removeNeighbours({ target, edits }: Stage): Generator<void> {
  const labels: readonly Node[] = [...((target as Partial<HTMLInputElement>).labels ?? [])]; // only fields have labels
  for (const kin of kinAround(target, SECTION)) {
    const at = kin.findIndex((one) => one.contains(target));
    for (const neighbour of [kin[at - 1], kin[at + 1]]) {
      if (at >= 0 && neighbour && !labels.some((label) => neighbour.contains(label))) edits.remove(neighbour);
    }
    yield;
  }
}

/** Level by level upwards: the element or what is around it, beside what holds something of the same kind. Ends at the page, or at `end`. */
function kinAround(target: Element, end = 'body'): readonly (readonly Element[])[] {
  const { localName: tag } = target;
  const isHeaded = (one: Element): boolean => one.matches(HEADING) || one.querySelector(HEADING) !== null;
  const levels: (readonly Element[])[] = [];
  for (let one: Element | undefined = target; one && (one === target || !one.matches(`body,${end}`));) {
    const around: Element = one;
    const siblings = [...(around.parentNode?.children ?? [])];
    const holdsKind = (other: Element): boolean => other.localName === tag || other.querySelector(tag) !== null;
    // what has a heading is not put in the place of what has none: it would name it
    levels.push(
      siblings.filter((other) => other === around || (holdsKind(other) && isHeaded(other) === isHeaded(around))),
    );
    one = parentOf(around);
  }
  return levels;
}

/** A notice on top, a link in each menu, and one more of the kind of the element before it. */
export function* insertBefore({ page, target, edits, place }: Stage): Generator<void> {
  const make = (tag: string, ...children: (Node | string)[]): HTMLElement => {
    const made = page.createElement(tag);
    made.append(...children);
    return made;
  };
  const notice = make('div', make('h2', 'Onderhoud'), make('button', 'Sluiten'));
  notice.setAttribute('role', 'status');
  if (page.body.firstChild) edits.insert(notice, page.body.firstChild);
  for (const menu of page.querySelectorAll('nav')) {
    const [first] = [...menu.querySelectorAll('li,a')];
    const link = make('a', NEW);
    link.setAttribute('href', '/toegevoegd-onderdeel');
    if (first) edits.insert(first.localName === 'li' ? make('li', link) : link, first);
    yield;
  }
  const another = make(place.tag, NEW);
  if (place.type) another.setAttribute('type', place.type);
  if (place.role) another.setAttribute('role', place.role);
  edits.insert(another, target.closest('label') ?? target); // a label would take the first in it for its field
}

/** A box more around everything that can be used or read as a heading. */
export function* wrap({ page, target, trees, edits }: Stage): Generator<void> {
  const controls = trees.flatMap((tree) => [...tree.querySelectorAll(CONTROLS)]);
  for (const control of new Set([...controls, target])) {
    const box = page.createElement('div');
    edits.insert(box, control);
    edits.append(control, box);
    yield;
  }
}

/** The section once more, with the same names, in a dialog on top. What stands in a dialog itself has its copy outside. */
export function* copyIntoModal({ page, target, edits }: Stage): Generator<void> {
  const root = target.getRootNode();
  const section = target.parentElement?.closest(SECTION) ?? topOf(target);
  const box = page.createElement('div');
  const isOutside = isInDialog(target, page);
  if (!isOutside) box.setAttribute('role', 'dialog');
  box.append(section.cloneNode(true));
  edits.append(box, isOutside || root === page ? page.body : root);
  yield;
}

function topOf(element: Element): Element {
  let top = element;
  while (top.parentElement && top.parentElement.localName !== 'body') top = top.parentElement;
  return top;
}
