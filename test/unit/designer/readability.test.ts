import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readability } from '../../../src/designer';
import { checkHints } from '../../../src/protocol';
import { says } from '../../support/hintChanges';

const words = (count: number): string => `${Array.from({ length: count }, () => 'zo').join(' ')}.`;

test('a sentence of fifteen words is good, one more is long', () => {
  expect(readability(words(15)).level).toBe('good');
  expect(readability(`Kort. ${words(16)}`)).toMatchObject({
    level: 'long',
    sentences: [
      { words: 1, isLong: false },
      { words: 16, isLong: true },
    ],
  });
});

test('marks, links and facts are not read as words', () => {
  const body =
    'Doe dit **samen met je cliënt**, {{user.voornaam}}. [Vraag het ons](widget:open) of kijk op https://voorbeeldzorg.example/een-heel-lang-adres';
  expect(readability(body).sentences.map(({ text, words: count }) => [text, count])).toEqual([
    ['Doe dit samen met je cliënt, {{user.voornaam}}.', 6],
    ['Vraag het ons of kijk op https://voorbeeldzorg.example/een-heel-lang-adres', 6],
  ]);
  expect(readability(body).longWords).toEqual([]);
});

test('each item of a list and each line is read by itself', () => {
  expect(readability('Kies:\n\n- een dag\n- een tijd\n\nKlaar').sentences.map(({ text }) => text)).toEqual([
    'Kies:',
    'een dag',
    'een tijd',
    'Klaar',
  ]);
});

test('words of more than twelve letters are named once', () => {
  expect(readability('De cliëntadministratie is de cliëntadministratie. Zorgverlener.').longWords).toEqual([
    'cliëntadministratie',
  ]);
  expect(readability('zelf-redzaamheid').longWords).toEqual([]);
});

test('nothing to read is good', () => {
  expect(readability('')).toEqual({ level: 'good', sentences: [], longWords: [] });
});

test('plain sentences are long here when publishing asks about them', () => {
  const sentence = fc.integer({ min: 1, max: 20 }).map(words);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
      const body = sentences.join(' ');
      const isAsked = checkHints(says(body), { today: '2026-03-02' }).some(({ code }) => code === 'W08');
      expect(readability(body).level).toBe(isAsked ? 'long' : 'good');
    }),
  );
});
