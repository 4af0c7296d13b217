import type { FinderSignals } from './hint';

/** What a finder may weigh, in whole hundredths, and whether it may decide by itself. */
export interface FinderWorth {
  readonly weight: number;
  readonly isStrong: boolean;
}

/** What a place has to be found with at least, in hundredths, unless something strong finds it. */
export const ENOUGH_WEIGHT = 70;

/** Weights are compared in whole hundredths: sums of fractions differ from what they should be. */
export const hundredths = (weight: number): number => Math.round(weight * 100);

/** The table of `docs/hints.md`: what a finder may weigh, by what it looks at. */
export function worthOf(by: FinderSignals): FinderWorth {
  const hasSection = by.section !== undefined;
  const isNamedFirmly = /^(id|testid):/.test(by.section ?? '');
  const words = by.label !== undefined || by.text !== undefined;
  const rules: readonly (readonly [boolean, number, boolean])[] = [
    [by.hintId !== undefined, 100, true],
    [by.testid !== undefined, 90, true],
    [by.id !== undefined, 80, true],
    [words && hasSection, 60, true],
    [by.href !== undefined, 60, false],
    [by.name !== undefined && isNamedFirmly, 60, false],
    [by.name !== undefined && hasSection, 55, false],
    [by.name !== undefined, 50, false],
    [words, 40, false],
    [by.position !== undefined && hasSection, 30, false],
  ];
  const [, weight = 0, isStrong = false] = rules.find(([fits]) => fits) ?? [];
  return { weight, isStrong };
}
