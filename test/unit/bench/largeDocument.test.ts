import { expect, test } from 'vitest';
import { hintsIn, readIndex } from '../../support/hintContexts';
import { checkHints, decodeHints, indexOf, stopsPublishing } from '../../../src/protocol';
import { largeDocument } from '../../bench/hints/largeDocument';
import { standOf } from '../../bench/hints/theStand';

const document = largeDocument();
const index = indexOf(document, new Set());

test('holds a thousand hints on fifty pages, twenty on each, of every kind, and can be published', () => {
  const decoded = decodeHints(JSON.parse(JSON.stringify(document)));
  expect(decoded.ok ? [] : decoded.problem.slice(0, 5)).toEqual([]);
  expect(checkHints(document, { today: '2026-03-02' }).filter(stopsPublishing).slice(0, 5)).toEqual([]);
  const ready = readIndex(index);
  expect(ready && hintsIn(ready).length).toBe(1000);
  const pages = [...new Set(document.hints.flatMap(({ where }) => where.routes))];
  expect(pages.map((page) => ready?.hints.on(page).length)).toEqual(Array.from({ length: 50 }, () => 20));
});

test('is the same in every run, and says nothing twice', () => {
  expect(JSON.stringify(largeDocument())).toBe(JSON.stringify(document));
  expect(JSON.stringify(largeDocument(6))).not.toBe(JSON.stringify(document));
  const texts = document.hints.flatMap(({ content, steps = [] }) =>
    [content, ...steps.map((step) => step.content)].flatMap((one) => one?.['nl']?.body ?? []),
  );
  expect(new Set(texts).size).toBe(texts.length);
  expect(new Set(document.hints.map(({ who }) => JSON.stringify(who))).size).toBeGreaterThan(500);
});

test('is measured on a page of which the measured person awaits more places than are taken away', () => {
  const { away, place, screen, other } = standOf(document, Date.UTC(2026, 10, 26));
  expect(new Set([place, ...away]).size).toBe(6);
  expect(away.every((name) => name in index.targets)).toBe(true);
  expect(screen).not.toBe(other);
});
