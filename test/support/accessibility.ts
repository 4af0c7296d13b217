import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One thing that axe objects to: the rule, why, and where (the path through shadow roots). */
export interface AccessibilityProblem {
  readonly rule: string;
  readonly why: string;
  readonly where: readonly string[];
}

/**
 * Answers what axe finds wrong on the page, or in one element of it. Open shadow roots are looked into.
 * Use it as `expect(await accessibilityProblems(page, 'cliendo-support')).toEqual([])`.
 */
export async function accessibilityProblems(page: Page, within?: string): Promise<readonly AccessibilityProblem[]> {
  const builder = new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode(); // no second page to add up frames in: we have none, and it takes half of the time
  if (within) builder.include(within);
  const { violations } = await builder.analyze();
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    why: help,
    where: nodes.map(({ target }) => target.flat().join(' >>> ')),
  }));
}
