import { describe, expect, test } from 'vitest';
import { createLifetime } from '../../../src/foundation/lifetime';
import { noticeLeaving } from '../../../src/hints/browser/lingering';
import { manualClock } from '../../support/builders';

const element = (name = 'div'): Element => document.createElement(name);

const aPlace = (graceMs = 300) => {
  const [place, elsewhere, card] = [element('button'), element(), element('cliendo-support-bar')];
  const left: string[] = [];
  const clock = manualClock();
  const life = createLifetime();
  const { at } = noticeLeaving(
    {
      clock,
      graceMs,
      places: () => [['bsn', place]],
      isOwn: ({ localName }) => localName === 'cliendo-support-bar',
      onLeft: (name) => void left.push(name),
    },
    life,
  );
  return { place, elsewhere, card, left, clock, life, at };
};

describe('whether somebody left a place', () => {
  test('who goes elsewhere has left after a moment, once', () => {
    const { place, elsewhere, left, clock, at } = aPlace();
    at([place]);
    at([elsewhere]);
    clock.pass(299);
    at([]);
    expect(left).toEqual([]);
    clock.pass(1);
    at([elsewhere]);
    clock.pass(1000);
    expect(left).toEqual(['bsn']);
  });

  test('who goes on to our card over a gap has not, nor who comes back', () => {
    const { place, elsewhere, card, left, clock, at } = aPlace();
    at([place]);
    at([elsewhere]);
    clock.pass(200);
    at([card]);
    clock.pass(10_000);
    at([elsewhere]);
    clock.pass(100);
    at([place]);
    clock.pass(10_000);
    expect(left).toEqual([]);
  });

  test('who goes from our card to elsewhere has left, though nothing is heard inside our card', () => {
    const { place, elsewhere, card, left, clock, at } = aPlace();
    at([place]);
    at([card]);
    at([elsewhere]);
    clock.pass(300);
    expect(left).toEqual(['bsn']);
  });

  test('who never was there does not leave', () => {
    const { elsewhere, left, clock, at } = aPlace();
    at([elsewhere]);
    clock.pass(1000);
    expect(left).toEqual([]);
  });

  test('without grace it is told at once, and after the end not at all', () => {
    const focus = aPlace(0);
    focus.at([focus.place]);
    focus.at([focus.elsewhere]);
    expect(focus.left).toEqual(['bsn']);
    const hover = aPlace();
    hover.at([hover.place]);
    hover.at([hover.elsewhere]);
    hover.life.end();
    hover.clock.pass(1000);
    expect(hover.left).toEqual([]);
  });
});
