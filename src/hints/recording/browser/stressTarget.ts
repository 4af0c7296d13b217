import { isInDialog } from '../../browser/elementSigns';
import type { LookOptions, Place } from '../../browser/findMatches';
import { resolveTarget } from '../../browser/resolveTarget';
import { STRESS_CHANGES, type StressChange, type StressOutcome, type StressResult } from '../stress';
import { copyPage } from './copyPage';
import { createEdits } from './edits';
import { copyIntoModal, insertBefore, remove, removeNeighbours, reorder, wrap } from './orderChanges';
import { dropTestIds, rebuildClasses, rebuildNumbers } from './signChanges';
import type { Stage } from './stage';
import { otherLanguageOf, reword, translate } from './wordChanges';

/** Changes the copy. Stops often. */
type Change = (stage: Stage) => Generator<void>;

const CHANGES: Readonly<Record<StressChange, Change>> = {
  classesRebuilt: rebuildClasses,
  numbersRebuilt: rebuildNumbers,
  testIdsGone: dropTestIds,
  translated: translate,
  reordered: reorder,
  insertedBefore: insertBefore,
  wrapped: wrap,
  copiedIntoModal: copyIntoModal,
  neighboursRemoved: removeNeighbours,
  reworded: reword,
  removed: remove,
};

/**
 * Tries a place: does to a copy of the page what releases do to pages, and looks for it after each. The page itself is only read.
 * Stops often, so that whoever asks can spread it over frames. Gives nothing when the element went before the page was copied.
 */
export function* stressTarget(
  place: Place,
  element: Element,
  options: LookOptions,
): Generator<void, readonly StressResult[] | undefined> {
  const copy = yield* copyPage(element);
  if (!copy) return undefined;
  const { testIdAttribute, locales } = options;
  const results: StressResult[] = [];
  for (const change of STRESS_CHANGES) {
    const edits = createEdits();
    const stage: Stage = { ...copy, place: inItsDocument(place, element), edits, testIdAttribute, locales };
    yield* CHANGES[change](stage);
    results.push({ change, outcome: yield* outcomeOf(change, stage) });
    yield* edits.undo();
  }
  return results;
}

/** A copied frame is a page by itself. What it stands in was not copied. */
function inItsDocument(place: Place, element: Element): Place {
  const { frame, layer: _layer, ...found } = place;
  if (frame === undefined) return place;
  return { ...found, ...(isInDialog(element, element.ownerDocument) && { layer: 'dialog' as const }) };
}

/** Looks for it, and once more when it is taken away after the change: that is when another is most easily found. */
function* outcomeOf(change: StressChange, stage: Stage): Generator<void, StressOutcome> {
  const { target, edits } = stage;
  const outcome = look(change, stage);
  if (outcome === 'wrong' || change === 'removed') return outcome;
  yield;
  edits.remove(target);
  return look(change, stage) === 'wrong' ? 'wrong' : outcome;
}

function look(change: StressChange, { page, target, place, testIdAttribute, locales }: Stage): StressOutcome {
  const other = change === 'translated' ? otherLanguageOf(place, locales) : undefined;
  const found = resolveTarget(place, {
    page,
    testIdAttribute,
    locales: other === undefined ? locales : [other, ...locales],
    isVisible: () => true,
  });
  if ('element' in found) return found.element === target ? 'found' : 'wrong';
  return found.is;
}
