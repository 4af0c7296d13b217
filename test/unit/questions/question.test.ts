import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/protocol';
import {
  answered,
  checkQuestion,
  createQuestion,
  firstSentence,
  isBlank,
  togglePart,
} from '../../../src/questions/question';
import { anAttachment, anId, aQuestion } from '../../support/builders';

describe('beginning a question', () => {
  test('takes the place and the open client along, so that nobody has to fill them in', () => {
    const question = createQuestion(anId(), 1000, {
      place: { label: 'Agenda', route: '/agenda' },
      clientRef: '#10432',
    });
    expect(question).toMatchObject({
      place: { label: 'Agenda' },
      client: { scope: 'one', ref: '#10432' },
      kind: 'problem',
    });
  });

  test('leaves the client open when no client is open', () => {
    expect(createQuestion(anId(), 1000, {})).not.toHaveProperty('client');
  });
});

describe('answering', () => {
  test('a slot that is emptied is really gone, so that it is not sent as nothing', () => {
    expect(answered(aQuestion(), { place: undefined })).not.toHaveProperty('place');
  });

  test('white parts stay in reading order, whatever order they are ticked in', () => {
    expect([9, 1, 5].reduce(togglePart, [] as readonly number[])).toEqual([1, 5, 9]);
    expect(togglePart([1, 5], 5)).toEqual([1]);
  });
});

describe('checking', () => {
  const check = (
    change: Partial<ReturnType<typeof aQuestion>>,
    ...attachments: readonly ReturnType<typeof anAttachment>[]
  ) =>
    checkQuestion(
      aQuestion(1, { attachments: attachments.map(({ id }) => id), ...change }),
      attachments,
      DEFAULT_LIMITS,
    );

  test('four words are enough', () => {
    expect(check({ text: 'Het werkt niet meer' })).toEqual([]);
  });

  test('asks for words when there are none', () => {
    expect(check({ text: '   ' })).toEqual(['text-missing']);
  });

  test('takes a recording instead of words, but not a screenshot', () => {
    expect(check({ text: '' }, anAttachment(1, { kind: 'recording', type: 'video/webm' }))).toEqual([]);
    expect(check({ text: '' }, anAttachment(1))).toEqual(['text-missing']);
  });

  test('counts what a reader counts: ten thousand emoji fit, one more does not', () => {
    expect(check({ text: '😀'.repeat(10_000) })).toEqual([]);
    expect(check({ text: '😀'.repeat(10_001) })).toEqual(['text-too-long']);
  });

  test('three pictures are welcome, a fourth is too many', () => {
    const pictures = [1, 2, 3, 4].map((number) => anAttachment(number));
    expect(check({}, ...pictures.slice(1))).toEqual([]);
    expect(check({}, ...pictures)).toEqual(['too-many-pictures']);
  });

  test('does not count the pictures of another question', () => {
    const pictures = [1, 2, 3, 4].map((number) => anAttachment(number));
    expect(check({ attachments: [] }, ...pictures)).toEqual([]);
  });
});

test.each([
  ['Opslaan doet niets. Daarna wordt het wit.', 'Opslaan doet niets.'],
  ['Waarom?\nGeen idee', 'Waarom?'],
  ['versie 2.5 werkt niet', 'versie 2.5 werkt niet'],
  ['zonder punt\nen meer', 'zonder punt'],
  ['  ', ''],
])('knows %j again by %j', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});

test('a place that the app filled in is not something the person typed', () => {
  expect(isBlank(aQuestion(1, { text: ' ' }))).toBe(true);
  expect(isBlank(aQuestion(1, { text: '', whiteScreen: { parts: [] } }))).toBe(false);
});
