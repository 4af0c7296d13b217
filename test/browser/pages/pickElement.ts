import type { LookOptions } from '../../../src/hints/browser/findMatches';
import {
  elementUnder,
  interactiveAncestor,
  recordTarget,
  stepsTo,
  stressTarget,
  walkFrom,
  type PlaceStep,
  type RecordOptions,
  type StressResult,
  type WalkDirection,
} from '../../../src/hints/recording';

const look: LookOptions = { page: document, locales: ['nl'], testIdAttribute: 'data-testid' };
const options: RecordOptions = { ...look, isInterface: () => true, routes: [] };
const isOwn = (element: Element): boolean => element.localName.startsWith('cliendo-support');

/** What came of trying a place, and the longest it worked without a stop. */
interface Tried {
  readonly results: readonly StressResult[];
  readonly longestMs: number;
  readonly totalMs: number;
}

/** What the tests ask of the part that records places. */
export const picking = {
  /** The id of what lies under a point; `foreign` for a frame of another application. */
  under(x: number, y: number): string {
    const found = elementUnder(document, { x, y }, isOwn);
    return found?.is === 'element' ? found.element.id || found.element.localName : (found?.is ?? 'nothing');
  },
  control(x: number, y: number): string {
    const found = elementUnder(document, { x, y }, isOwn);
    return found?.is === 'element' ? (interactiveAncestor(found.element)?.id ?? 'none') : 'none';
  },
  walk(id: string, ...directions: readonly WalkDirection[]): string {
    let at = document.getElementById(id) ?? undefined;
    for (const direction of directions) at = at && (walkFrom(at, direction, { page: document, isOwn }) as HTMLElement);
    return at?.id ?? 'nothing';
  },
  steps: (element: Element): readonly PlaceStep[] => stepsTo(element, options),
  try(element: Element): Tried {
    const recorded = recordTarget(element, options);
    if (!recorded.ok) throw new Error(recorded.problem.code);
    const trying = stressTarget(recorded.value, element, look);
    const since = performance.now();
    let longestMs = 0;
    for (;;) {
      const before = performance.now();
      const step = trying.next();
      longestMs = Math.max(longestMs, performance.now() - before);
      if (step.done) return { results: step.value ?? [], longestMs, totalMs: performance.now() - since };
    }
  },
};

Object.assign(globalThis, { picking });
