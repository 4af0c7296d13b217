import { describe, expect, it } from 'vitest';
import { createTranslate, problemText } from '../../../src/locale';
import { nl } from '../../support/dutch';
import { PROBLEMS } from '../../../src/protocol';

const options = { locale: 'nl', messages: nl, brand: 'Cliendo' };

describe('a text', () => {
  it('has its slots filled, the brand by itself', () => {
    expect(createTranslate(options)('reply.from', { agent: 'Noor' })).toBe('Noor van Cliendo');
  });

  it.each([
    [1, '1 plek is afgedekt.'],
    [2, '2 plekken zijn afgedekt.'],
    [12, '12 plekken zijn afgedekt.'],
  ])('counts: %i', (n, text) => {
    expect(createTranslate(options)('mask.auto', { n })).toBe(text);
  });

  it('counts in the formal register too, whose name is no language of its own', () => {
    expect(createTranslate({ ...options, locale: 'nl-x-formeel' })('mask.auto', { n: 1 })).toBe('1 plek is afgedekt.');
  });

  it('uses the wording of the host where there is one', () => {
    const t = createTranslate({ ...options, overrides: { 'launcher.label': 'Vraag het {brand}' } });
    expect([t('launcher.label'), t('panel.close')]).toEqual(['Vraag het Cliendo', 'Sluiten']);
  });

  it('leaves out a slot without a value, and tells the developer', () => {
    const missing: string[] = [];
    const t = createTranslate({ ...options, onMissingSlot: (key, slot) => missing.push(`${key} ${slot}`) });
    expect(t('sent.ref')).toBe('Nummer: ');
    expect(missing).toEqual(['sent.ref ref']);
  });

  it('puts a value in as text: what looks like a slot in it stays as it is', () => {
    expect(createTranslate(options)('place.own', { q: '{brand} <b>' })).toBe("'{brand} <b>' gebruiken");
  });
});

describe('the sentence about a problem', () => {
  it('exists for every refusal of the receiver', () => {
    for (const name of Object.keys(PROBLEMS)) expect(nl[problemText(name)]).toMatch(/\.$/);
  });

  it('tells that the question is saved when nobody knows the problem', () => {
    expect(nl[problemText('something-new')]).toContain('bewaard');
  });
});
