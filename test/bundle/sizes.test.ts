import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chunk, costOf } from './manifest';

interface Row {
  readonly name: string;
  readonly limit: string;
}

const rows = JSON.parse(readFileSync('config/size-limit.json', 'utf8')) as readonly Row[]; // size-limit's own format
const limitOf = (name: string): number => {
  const row = rows.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`${name} has no budget in config/size-limit.json`);
  return Number.parseFloat(row.limit) * 1000;
};

const SUPPORT = ['index.js'];
const panel = (): readonly string[] => [...SUPPORT, chunk('panel')];

/** What a person pays for each step, over the line, when the steps before it were taken. Chunks that doors share count here. */
const STEPS: readonly (readonly [name: string, doors: () => readonly string[], before: () => readonly string[]])[] = [
  ['loader', () => ['loader.js'], () => []],
  ['support', () => SUPPORT, () => []],
  ['capture.moment', () => [chunk('capture.moment')], () => SUPPORT],
  ['delivery.reading', () => [chunk('delivery.reading')], () => SUPPORT],
  ['panel', () => [chunk('panel')], () => [...SUPPORT, chunk('capture.moment')]],
  [
    'conversations',
    () => [chunk('conversations'), chunk('conversations.views')],
    () => [...panel(), chunk('delivery.reading')],
  ],
  ['delivery', () => [chunk('delivery')], panel],
  ['capture', () => [chunk('capture'), chunk('capture.views')], panel],
  ['locale.en', () => [chunk('locale.en')], panel],
  ['locale.nlFormal', () => [chunk('locale.nlFormal')], panel],
];

describe('what each step costs over the line', () => {
  it.each(STEPS)('%s keeps to its budget, with what it shares', (name, doors, before) => {
    const cost = doors().reduce((sum, door, index) => sum + costOf(door, [...before(), ...doors().slice(0, index)]), 0);
    expect(cost).toBeLessThanOrEqual(limitOf(name));
  });

  it('has a step for every budget', () => {
    expect(STEPS.map(([name]) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});
