import { describe, expect, test } from 'vitest';
import { errorFrames, errorKind, errorMessage } from '../../../src/host/errorText';
import { literalsOf, routeTemplate } from '../../../src/host/routeTemplate';
import { scrubText } from '../../../src/privacy/scrubText';
import { canariesRead } from '../../support/canaries';

const reading = {
  isInterface: (text: string) => text === 'Opslaan lukte niet voor Team Noord',
  scrub: (text: string) => scrubText(text, { names: ['zonnebloem'] }),
  route: (address: string) =>
    routeTemplate(address, { literals: literalsOf(['/clienten/:ref']), isInterface: () => false }),
};
const message = (text: string): string => errorMessage(text, reading);

describe('the message of an error', () => {
  test.each([
    "Cannot read properties of undefined (reading 'save')",
    'Failed to fetch',
    'x is not a function',
    'ResizeObserver loop completed with undelivered notifications.',
    'Minified React error #418',
    'Network Error',
    'Opslaan lukte niet voor Team Noord',
  ])('stays readable when it is an engine or the app that speaks: %s', (text) => {
    expect(message(text)).toBe(text);
  });

  test.each([
    ['Client Wilhelmina Zonnebloem not found', 'Client […] [naam] not found'],
    ['Wilhelmina is niet gevonden', '[…] is niet gevonden'],
    ['Unexpected token \'W\', "Wilhelmina Z"... is not valid JSON', 'Unexpected token […] ... is not valid JSON'],
    ['Invalid value {"name":"wilhelmina","bsn":123456782}', 'Invalid value […]'],
    ['BSN 123456782 is ongeldig', 'BSN [BSN] is ongeldig'],
    ['geboren op 12-03-1941', 'geboren op [datum]'],
    ['Request failed: https://zorg.example/clienten/wilhelmina?bsn=1', 'Request failed: /clienten/:id'],
    ['dossier 1043288 is op slot', 'dossier […] is op slot'],
    ["can't open 'Wilhelmina'", "can't open […]"],
    ['zonnebloem heeft geen plan', '[naam] heeft geen plan'],
  ])('hides what may be of a person: %s', (text, expected) => {
    expect(message(text)).toBe(expected);
  });

  test('is the canary itself when the host calls everything interface, so that the search above proves something', () => {
    const open = errorMessage('Client Wilhelmina Kwartelbosch not found', { ...reading, isInterface: () => true });
    expect(canariesRead(open, ['Wilhelmina', 'Kwartelbosch'])).toHaveLength(2);
    expect(canariesRead(message('Client Wilhelmina Kwartelbosch not found'), ['Wilhelmina', 'Kwartelbosch'])).toEqual(
      [],
    );
  });

  test('has an end', () => {
    expect(message('a '.repeat(5000)).length).toBeLessThanOrEqual(500);
  });
});

describe('the frames of a stack', () => {
  test('are functions, files and lines in every engine, without the message and without a host or a query', () => {
    const chromium = `TypeError: Wilhelmina\n    at save (https://zorg.example/assets/main.js?v=2:10:5)\n    at async Promise.all (index 0)\n    at https://zorg.example/clienten/C-10432:3:1`;
    expect(errorFrames(chromium, reading)).toEqual(['save (/assets/main.js:10:5)', '/clienten/:id:3:1']);
    const firefox = `save@https://zorg.example/assets/main.js:10:5\n@https://zorg.example/clienten/C-10432:3:1`;
    expect(errorFrames(firefox, reading)).toEqual(['save (/assets/main.js:10:5)', '/clienten/:id:3:1']);
  });

  test('are ten at most', () => {
    expect(errorFrames('    at a (https://zorg.example/main.js:1:1)\n'.repeat(30), reading)).toHaveLength(10);
  });
});

test('the kind of an error is a name of code, or just an error', () => {
  expect(['TypeError', 'ChunkLoadError', 'DOMException', 'Wilhelmina', ''].map(errorKind)).toEqual([
    'TypeError',
    'ChunkLoadError',
    'DOMException',
    'Error',
    'Error',
  ]);
});
