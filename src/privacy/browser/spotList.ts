import type { CoveredSpot, UncoveredPiece } from '../coveredSpot';

/** What is known of a covered place when it is met. */
export interface MetSpot extends Pick<CoveredSpot, 'kind' | 'canReveal' | 'box'> {
  readonly element: Element;
}

/** The covered spots of a copy in the making, and what they hide. */
export interface SpotList {
  readonly spots: readonly CoveredSpot[];
  /** Adds a spot, or makes the spot of the same element larger. Gives its number. */
  meet(spot: MetSpot): number;
  /** Gives the covered markup with a mark around it, under which the uncovered piece is kept. */
  hide(covered: string, piece: UncoveredPiece): string;
  readonly uncovered: (piece: number) => UncoveredPiece | undefined;
}

/**
 * Starts an empty list. What is hidden stays in a closure: a frozen page that is written down, copied or sent by mistake
 * holds none of it, since functions cannot be.
 */
export function createSpotList(nameOf: (element: Element) => string): SpotList {
  const spots: CoveredSpot[] = [];
  const numbers = new Map<Element, number>();
  const pieces: UncoveredPiece[] = [];
  return {
    spots,
    meet({ element, ...met }) {
      const known = numbers.get(element);
      const before = known === undefined ? undefined : spots[known];
      const id = before ? before.id : spots.length;
      numbers.set(element, id);
      spots[id] = before ? { ...before, box: around(before.box, met.box) } : { id, label: nameOf(element), ...met };
      return id;
    },
    hide: (covered, piece) => `<!--${pieces.push(piece) - 1}-->${covered}<!---->`,
    uncovered: (piece) => pieces[piece],
  };
}

/** The box around two boxes. */
function around([ax, ay, aw, ah]: CoveredSpot['box'], [bx, by, bw, bh]: CoveredSpot['box']): CoveredSpot['box'] {
  const [x, y] = [Math.min(ax, bx), Math.min(ay, by)];
  return [x, y, Math.max(ax + aw, bx + bw) - x, Math.max(ay + ah, by + bh) - y];
}
