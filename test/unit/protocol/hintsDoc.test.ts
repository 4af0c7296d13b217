import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { judgeHints } from '../../../demo/receiver/domain/judgeHints';
import { FACT_OPERATORS, HINT_ACTIONS, HINT_KINDS, HINT_TRIGGERS } from '../../../src/protocol/hint';

const page = await readFile('docs/hints.md', 'utf8');
const lesson = page.slice(page.indexOf('## Writing a hint'), page.indexOf('## Publishing'));

test('the hint that the documentation begins with can be published as it stands', () => {
  const document: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(lesson)?.[1] ?? '');
  expect(judgeHints(document, { now: Date.parse('2026-11-26'), assets: [] }).findings).toEqual([]);
});

test.each([...HINT_KINDS, ...HINT_TRIGGERS.filter((one) => one !== 'deadClick'), ...HINT_ACTIONS, ...FACT_OPERATORS])(
  'the documentation says what %s is',
  (word) => {
    expect(lesson).toContain(`\`${word}\``);
  },
);
