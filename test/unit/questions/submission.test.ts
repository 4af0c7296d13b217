import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Environment } from '../../../src/protocol';
import { attach, type Bundle } from '../../../src/questions/bundle';
import { partsOf } from '../../../src/questions/parts';
import {
  freezeBundle,
  mustBeChecked,
  refusalsOf,
  withoutPart,
  type FreezeFacts,
} from '../../../src/questions/submission';
import { aBundle, anAttachment, anId, aQuestion } from '../../support/builders';

const environment: Environment = {
  app: 'Voorbeeldzorg',
  release: '1.0',
  browser: 'Chromium 156',
  os: 'Linux',
  locale: 'nl',
  viewport: [1280, 800],
  pixelRatio: 1,
};
const facts: FreezeFacts = {
  owner: 'owner',
  device: anId(9),
  now: Date.UTC(2026, 2, 12, 9),
  timeZone: 'Europe/Amsterdam',
  environment,
  consentVersion: '1',
};
const full = aQuestion(1, {
  client: { scope: 'one', ref: '#10432' },
  whiteScreen: { parts: [3, 6] },
  steps: [{ at: '2026-03-12T08:59:00Z', place: 'Agenda', role: 'button', name: 'Opslaan', result: 'click' }],
  errors: [{ at: '2026-03-12T08:59:00Z', kind: 'error', message: 'x is undefined', stack: [] }],
  failedRequests: [{ at: '2026-03-12T08:59:00Z', method: 'PUT', route: '/agenda/{id}', status: 500, durationMs: 12 }],
});
const bundle: Bundle = attach(aBundle(full, aQuestion(2)), full, anAttachment());

describe('freezing', () => {
  test('keeps the order and sends nothing that is only for the device', () => {
    const { questions } = freezeBundle(bundle, facts);
    expect(questions.map(({ id }) => id)).toEqual([anId(1), anId(2)]);
    expect(Object.keys(questions[0] ?? {})).not.toEqual(expect.arrayContaining(['changedAt']));
    expect(Object.keys(questions[0] ?? {})).not.toEqual(expect.arrayContaining(['isUnfinished']));
  });

  test('says when the person looked at it', () => {
    expect(freezeBundle(bundle, facts)).toMatchObject({
      deviceTime: '2026-03-12T09:00:00.000Z',
      consent: { reviewed: true, version: '1', at: '2026-03-12T09:00:00.000Z' },
    });
  });
});

describe('"Dit sturen we mee"', () => {
  const parts = partsOf(freezeBundle(bundle, facts));

  test('lists every part of every question and the technical details', () => {
    expect(parts.map(({ kind }) => kind)).toEqual([
      'text',
      'place',
      'client',
      'whiteScreen',
      'attachment',
      'steps',
      'errors',
      'failedRequests',
      'text',
      'place',
      'environment',
    ]);
  });

  test.each(parts.filter(({ kind }) => kind !== 'text').map((part) => [part.kind, part] as const))(
    'a removed %s is absent from what is sent',
    (_, part) => {
      const left = partsOf(freezeBundle(withoutPart(bundle, part, 9), facts));
      expect(left).toHaveLength(parts.length - 1);
      expect(left).not.toContainEqual(part);
    },
  );

  test('a removed picture leaves the manifest too', () => {
    const picture = parts.find(({ kind }) => kind === 'attachment');
    if (!picture) throw new Error('there should be a picture');
    expect(freezeBundle(withoutPart(bundle, picture, 9), facts).attachments).toEqual([]);
  });

  test('a place that is taken out of one question stays in the other', () => {
    const [place] = parts.filter(({ kind }) => kind === 'place');
    if (!place) throw new Error('there should be a place');
    expect(freezeBundle(withoutPart(bundle, place, 9), facts).questions.map((question) => 'place' in question)).toEqual(
      [false, true],
    );
  });
});

describe('what must be looked at first', () => {
  test('not a picture that was masked by us', () => {
    expect(mustBeChecked(anAttachment())).toBe(false);
  });

  test('a file, and a picture in which a mask was lifted', () => {
    expect(mustBeChecked(anAttachment(1, { redaction: { mode: 'manual', boxes: 0, revealed: [] } }))).toBe(true);
    expect(
      mustBeChecked(
        anAttachment(1, {
          redaction: { mode: 'masked', boxes: 3, revealed: [{ spot: 'Opslaan', at: '2026-03-12T09:00:00Z' }] },
        }),
      ),
    ).toBe(true);
  });

  test('every picture when the host asks for it', () => {
    expect(mustBeChecked(anAttachment(), 'always')).toBe(true);
  });
});

describe('limits', () => {
  test('says which question holds the sending up', () => {
    expect(refusalsOf(aBundle(aQuestion(1), aQuestion(2, { text: '' })), DEFAULT_LIMITS)).toEqual([
      { code: 'text-missing', question: anId(2) },
    ]);
  });

  test('twenty questions and ten attachments go along, one more does not', () => {
    const questions = Array.from({ length: 21 }, (_, index) => aQuestion(index + 1));
    expect(refusalsOf(aBundle(...questions.slice(1)), DEFAULT_LIMITS)).toEqual([]);
    expect(refusalsOf(aBundle(...questions), DEFAULT_LIMITS)).toEqual([{ code: 'too-many-questions' }]);
    const attachments = Array.from({ length: 11 }, (_, index) => anAttachment(index));
    expect(refusalsOf({ ...aBundle(aQuestion()), attachments: attachments.slice(1) }, DEFAULT_LIMITS)).toEqual([]);
    expect(refusalsOf({ ...aBundle(aQuestion()), attachments }, DEFAULT_LIMITS)).toEqual([
      { code: 'too-many-attachments' },
    ]);
  });
});
