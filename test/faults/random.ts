import { seededRandom } from '../support/builders';

/** Numbers from 0 up to 1 that are the same in every run. */
export function seededChance(seed: number): () => number {
  const bytes = seededRandom(seed);
  return () => bytes(3).reduce((sum, byte) => sum * 256 + byte, 0) / 0x1000000;
}
