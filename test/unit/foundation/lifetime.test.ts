import { expect, it } from 'vitest';
import { createLifetime } from '../../../src/foundation/lifetime';
import { createId, isId } from '../../../src/foundation/id';

it('undoes everything once, last one first', () => {
  const undone: string[] = [];
  const lifetime = createLifetime();
  lifetime.add(() => undone.push('first'));
  lifetime.add(() => undone.push('second'));
  lifetime.end();
  lifetime.end();
  expect(undone).toEqual(['second', 'first']);
});

it('undoes what is started after the end at once', () => {
  const undone: string[] = [];
  const lifetime = createLifetime();
  lifetime.end();
  lifetime.add(() => undone.push('late'));
  expect(undone).toEqual(['late']);
});

it('goes on when one undo fails, and says so', () => {
  const errors: unknown[] = [];
  const undone: string[] = [];
  const lifetime = createLifetime((error) => errors.push(error));
  lifetime.add(() => undone.push('first'));
  lifetime.add(() => {
    throw new Error('broken undo');
  });
  lifetime.end();
  expect(undone).toEqual(['first']);
  expect(errors).toHaveLength(1);
});

it('ends its children, and forgets a child that ended by itself', () => {
  const undone: string[] = [];
  const parent = createLifetime();
  const child = parent.child();
  child.add(() => undone.push('child'));
  child.end();
  parent.end();
  expect(undone).toEqual(['child']);
});

it('makes ids that are version 4 UUIDs in lower case', () => {
  const id = createId((count) => new Uint8Array(count).fill(255));
  expect(id).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(isId(id)).toBe(true);
  expect(isId('FFFFFFFF-ffff-4fff-bfff-ffffffffffff')).toBe(false);
  expect(isId('24-118')).toBe(false);
});
