import type { InterfaceDictionary } from '../../interfaceTexts';
import type { CoveredDocument } from './coveredDocument';
import { judgeTexts } from './judgeTexts';
import type { SurroundingsFinder } from './surroundings';

/** Places whose texts wait to be judged. Until then they are covered. */
export interface Judging {
  note(place: Node): void;
  /** Judges in the time that is left in this frame. */
  run(): void;
  /** A new frame begins. */
  renew(): void;
}

/** What judging needs. */
export interface JudgingOptions {
  readonly dictionary: InterfaceDictionary;
  readonly surroundings: SurroundingsFinder;
  documentOf(node: Node): CoveredDocument | undefined;
}

/** How long judging may take in a frame. Milliseconds. */
const JUDGING_MS = 6;
/** How long it may take at each change, once that is used up: a word of the interface should not blink. Milliseconds. */
const LEAST_MS = 1;

/** Creates an empty queue. */
export function createJudging({ dictionary, surroundings, documentOf }: JudgingOptions): Judging {
  const queue = new Set<Node>();
  let spentMs = 0;

  return {
    note: (place) => queue.add(place),
    run() {
      const start = performance.now();
      const end = start + Math.max(LEAST_MS, JUDGING_MS - spentMs);
      for (const place of queue) {
        queue.delete(place);
        const cover = documentOf(place)?.texts;
        if (place.isConnected && cover) judgeTexts(place, { around: surroundings.of(place), cover, dictionary });
        if (performance.now() > end) break;
      }
      spentMs += performance.now() - start;
    },
    renew() {
      spentMs = 0;
    },
  };
}
