import type { Audience, Hint, HintDocument } from './hint';
import { canNeverBeTrue } from './hintSense';
import { hintsOf, isInterrupting, type Placed } from './hintWalk';
import { finding, type HintFinding } from './readShape';

/** So many may interrupt the same people on one page. */
const MAX_CROWD = 3;
/** Of one page no more are compared with each other: who has that many knows by then. */
const MAX_COMPARED = 40;

/** W05: pages where too much interrupts the same people. One finding for a page: at the first hint that is too many. */
export function checkCrowds(document: HintDocument): readonly HintFinding[] {
  const byRoute = new Map<string, Placed<Hint>[]>();
  for (const placed of hintsOf(document).filter(({ value }) => comesInBetween(value)))
    for (const route of placed.value.where.routes) byRoute.set(route, [...(byRoute.get(route) ?? []), placed]);
  const tooMany = [...byRoute.values()].flatMap((here) => oneTooMany(here.slice(0, MAX_COMPARED)) ?? []);
  return [...new Set(tooMany)].map(({ pointer }) => finding('W05', `${pointer}/where/routes`, SENTENCE));
}

const SENTENCE = 'More than three hints interrupt the same people here. Spread them, or let some not interrupt.';

/** What is asked for interrupts nobody. */
const comesInBetween = (hint: Hint): boolean =>
  isInterrupting(hint) && hint.when.on !== 'manual' && (hint.status === 'published' || hint.status === 'paused');

/** The hint that makes a crowd: one person may meet it and all before it. */
function oneTooMany(here: readonly Placed<Hint>[]): Placed<Hint> | undefined {
  for (const [at, first] of here.entries()) {
    let met: readonly Audience[] = audienceOf(first);
    let count = 1;
    for (const next of here.slice(at + 1)) {
      const both = [...met, ...audienceOf(next)];
      if (canNeverBeTrue({ all: both })) continue;
      met = both;
      count += 1;
      if (count > MAX_CROWD) return next;
    }
  }
  return undefined;
}

const audienceOf = ({ value: { who } }: Placed<Hint>): readonly Audience[] => (who ? [who] : []);
