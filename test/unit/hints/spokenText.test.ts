import { describe, expect, it } from 'vitest';
import { spokenText } from '../../../src/hints/spokenText';

describe('what is spoken of a hint', () => {
  it('is its title and its words, without their looks', () => {
    expect(
      spokenText({
        title: 'Waarom vragen we het BSN?',
        body: [
          { t: 'p', c: ['Typ ', { t: 'strong', c: ['9 cijfers'] }, '.', { t: 'br' }, 'Wij rekenen na.'] },
          {
            t: 'ul',
            c: [
              { t: 'li', c: ['één'] },
              { t: 'li', c: ['twee'] },
            ],
          },
        ],
      }),
    ).toBe('Waarom vragen we het BSN? Typ 9 cijfers. Wij rekenen na. één, twee');
  });

  it('names a picture by its description', () => {
    expect(spokenText({ body: [{ t: 'img', asset: 'a1', alt: 'Het zorgplan met drie doelen' }] })).toBe(
      'Het zorgplan met drie doelen',
    );
  });

  it('is at most 160 characters, of whole words', () => {
    const text = spokenText({ title: 'Nieuw', body: [{ t: 'p', c: ['werkdossier '.repeat(40)] }] });
    expect(text.length).toBeLessThanOrEqual(161);
    expect(text).toMatch(/werkdossier…$/);
  });
});
