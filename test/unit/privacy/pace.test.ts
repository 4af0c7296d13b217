import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce, createCalmPace, type Pace } from '../../../src/privacy/pace';

interface Part {
  readonly name: string;
  readonly parts: readonly Part[];
}

/** Writes a tree of parts, and notes in which order they are met. */
const write = (part: Part, pace: Pace, met: string[]): string =>
  pace(() => {
    met.push(part.name);
    return `<${part.name}>${part.parts.map((inner) => write(inner, pace, met)).join('')}</${part.name}>`;
  });

const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.record({
    name: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 }),
    parts: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('part'), { maxLength: 4 })),
  }),
}));

/** A clock that moves on with each look. */
const calm = (taskMs: number, isOff = (): boolean => false) => {
  let time = 0;
  let waits = 0;
  const made = createCalmPace({
    now: () => time++,
    nextTask: () => Promise.resolve(void waits++),
    isOff,
    taskMs,
  });
  return { ...made, waits: () => waits };
};

describe('a calm pace', () => {
  it('gives the same text as doing it at once, and meets everything in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(part, fc.integer({ min: 0, max: 20 }), async (tree, taskMs) => {
        const { pace, finish } = calm(taskMs);
        const [met, metAtOnce]: [string[], string[]] = [[], []];
        expect(await finish(write(tree, pace, met))).toBe(write(tree, atOnce, metAtOnce));
        expect(met).toEqual(metAtOnce);
      }),
    );
  });

  const WIDE: Part = { name: 'a', parts: Array.from({ length: 50 }, () => ({ name: 'b', parts: [] })) };

  it('waits between tasks, and only then', async () => {
    const often = calm(3);
    await often.finish(write(WIDE, often.pace, []));
    expect(often.waits()).toBeGreaterThan(5);
    const never = calm(Infinity);
    await never.finish(write(WIDE, never.pace, []));
    expect(never.waits()).toBe(0);
  });

  it('gives nothing once the work is of no use any more', async () => {
    const { pace, finish } = calm(3, () => true);
    expect(await finish(write(WIDE, pace, []))).toBeUndefined();
  });
});
