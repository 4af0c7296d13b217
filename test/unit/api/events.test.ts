import { expect, it } from 'vitest';
import { createEvents } from '../../../src/api/events';

it('tells every listener, also after one of them failed', () => {
  const failed: string[] = [];
  const heard: number[] = [];
  const events = createEvents((name) => failed.push(name));
  events.on('unread', () => {
    throw new Error('host bug');
  });
  events.on('unread', ({ count }) => heard.push(count));
  events.emit('unread', { count: 2 });
  expect(heard).toEqual([2]);
  expect(failed).toEqual(['unread']);
});

it('stays silent after the listener ended it', () => {
  const heard: string[] = [];
  const events = createEvents(() => undefined);
  const end = events.on('open', () => heard.push('open'));
  end();
  events.emit('open', undefined);
  expect(heard).toEqual([]);
});

it('does not report a failing problem listener as a problem, which would never end', () => {
  const failed: string[] = [];
  const events = createEvents((name) => failed.push(name));
  events.on('problem', () => {
    throw new Error('host bug');
  });
  events.emit('problem', new Error('x') as never);
  expect(failed).toEqual([]);
});
