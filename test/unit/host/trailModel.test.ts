import { describe, expect, test } from 'vitest';
import { TrailModel, type TrailEvent } from '../../../src/host';

const step = (name: string, at: number): TrailEvent => ({
  kind: 'press',
  at,
  act: 'press',
  place: '',
  role: 'button',
  name,
  control: at,
});
const names = (noticed: { readonly steps: readonly { readonly name: string }[] } | undefined) =>
  noticed?.steps.map(({ name }) => name);

describe('what goes along with a question', () => {
  test('is the trail of the press for the first one, and of its own moment for a later one', () => {
    const trail = new TrailModel();
    trail.note(step('Openen', 1), 20);
    trail.press();
    trail.note(step('Na de druk', 9000), 20);
    trail.begin('first');
    trail.begin('second');
    expect(names(trail.take('first'))).toEqual(['Openen']);
    expect(names(trail.take('second'))).toEqual(['Openen', 'Na de druk']);
  });

  test('is given once', () => {
    const trail = new TrailModel();
    trail.begin('one');
    expect(trail.take('one')).toBeDefined();
    expect(trail.take('one')).toBeUndefined();
  });

  test('is forgotten with everything else when another person comes', () => {
    const trail = new TrailModel();
    trail.note(step('Openen', 1), 20);
    trail.begin('one');
    trail.press();
    trail.forget();
    trail.begin('two');
    expect(trail.take('one')).toBeUndefined();
    expect(names(trail.take('two'))).toEqual([]);
  });

  test('a press that did not lead to a question is not the moment of the next one', () => {
    const trail = new TrailModel();
    trail.press();
    trail.release();
    trail.note(step('Openen', 1), 20);
    trail.begin('one');
    expect(names(trail.take('one'))).toEqual(['Openen']);
  });
});

test('a recording is told what happens, until it stops listening', () => {
  const trail = new TrailModel();
  const told: string[] = [];
  const stop = trail.onHappened(({ kind, name }) => told.push(`${kind}: ${name}`));
  trail.note(step('Openen', 1), 20);
  stop();
  trail.note(step('Sluiten', 2), 20);
  expect(told).toEqual(['press: button Openen']);
});
