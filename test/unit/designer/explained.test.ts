import { expect, test } from 'vitest';
import { explainedSentence, textOf } from '../../../src/designer';
import { refusedByFrequency } from '../../../src/hints/frequency';
import type { Reason } from '../../../src/hints/refusal';
import type { HintFrequency, HintRecord } from '../../../src/protocol';
import { aWording, exampleDocument } from '../../support/designing';

const NOW = Date.UTC(2026, 2, 5, 9);
const nl = aWording(exampleDocument());
const en = aWording(exampleDocument(), 'en');

/** Compiles only while it holds every reason that the engine has. */
const REASONS: Readonly<Record<Reason, true>> = {
  status: true,
  schedule: true,
  route: true,
  audience: true,
  fact_missing: true,
  trigger: true,
  frequency: true,
  never: true,
  snoozed: true,
  policy_session: true,
  policy_day: true,
  policy_gap: true,
  quiet_hours: true,
  quiet_when: true,
  group: true,
  outranked: true,
  switched_off: true,
  target_missing: true,
  target_ambiguous: true,
  target_hidden: true,
  target_covered: true,
  killed: true,
  history_unknown: true,
  tour_changed: true,
};

test.each(Object.keys(REASONS))('says why a hint does not show: %s', (reason) => {
  const detail = {
    shown: 1,
    max: 3,
    every: 'P1D',
    until: 'done',
    fact: 'user.functie',
    hint: 'bsn-waarom',
    group: 'x',
  };
  for (const wording of [nl, en]) {
    const said = textOf(explainedSentence({ shown: false, reason, detail }, NOW, wording));
    expect(said).toMatch(/^(Niet getoond|Not shown): .+\.$/);
    expect(said).not.toMatch(/des\.|\{|undefined|staat in de weg|er is iets|something stands/);
  }
});

const said = (frequency: HintFrequency, record: Omit<HintRecord, 'hint'>): string => {
  const refusal = refusedByFrequency(frequency, { hint: 'a', ...record }, { now: NOW, sessionStartedAt: 0 });
  return textOf(explainedSentence({ shown: false, ...refusal }, NOW, nl));
};

test('seen a short while ago is said as the design says it', () => {
  const record = { shown: 2, lastShownAt: '2026-03-02T09:00:00Z' };
  expect(said({ max: 3, every: 'P7D' }, record)).toBe(
    'Niet getoond: 2 van 3 keer gezien, hooguit 1 keer per 7 dagen. Weer mogelijk op 9 maart.',
  );
});

test.each<[string, HintFrequency, Omit<HintRecord, 'hint'>]>([
  ['Niet getoond: 3 keer gezien, en vaker hoeft niet.', { max: 3 }, { shown: 3 }],
  ['Niet getoond: hij is al geopend.', { until: 'opened' }, { shown: 1, openedAt: '2026-03-01T00:00:00Z' }],
  ['Niet getoond: gekozen is voor: niet meer laten zien.', {}, { shown: 1, neverAt: '2026-03-01T00:00:00Z' }],
  [
    'Niet getoond: gekozen is voor: later. Weer mogelijk om 12:30.',
    {},
    { shown: 1, snoozedUntil: '2026-03-05T11:30:00Z' },
  ],
  [
    'Niet getoond: 9 keer gezien, hooguit 1 keer per dag. Weer mogelijk op 6 maart.',
    { until: 'forever' },
    { shown: 9, lastShownAt: '2026-03-05T08:00:00Z' },
  ],
  [
    'Niet getoond: gekozen is voor: later. Weer mogelijk op 2 januari 2027.',
    {},
    { shown: 0, snoozedUntil: '2027-01-02T11:30:00Z' },
  ],
])('%s', (sentence, frequency, record) => {
  expect(said(frequency, record)).toBe(sentence);
});

test('things are called by their names, and a hint that shows is not explained away', () => {
  const one = { shown: false, reason: 'outranked', detail: { hint: 'bsn-waarom' } };
  expect(textOf(explainedSentence(one, NOW, nl))).toBe('Niet getoond: hint Uitleg bij BSN gaat voor.');
  expect(textOf(explainedSentence({ shown: true }, NOW, nl))).toBe('Deze hint is nu te zien.');
  expect(textOf(explainedSentence({ shown: false, reason: 'nieuw' }, NOW, nl))).toContain('tegenhoudt');
});
