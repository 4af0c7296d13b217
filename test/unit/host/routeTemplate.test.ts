import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { literalsOf, routeTemplate } from '../../../src/host/routeTemplate';
import { createDictionary } from '../../../src/privacy/interfaceTexts';

const dictionary = createDictionary(['Zorgplan', 'Nieuwe rapportage', 'Care plans']);
const literals = literalsOf(['/clienten/:ref/zorgplan', '/planning/*']);
const template = (address: string): string => routeTemplate(address, { literals, isInterface: dictionary.has });

describe('a template of an address', () => {
  test.each([
    ['https://zorg.example/api/v2/clienten/10432/zorgplan', '/api/v2/clienten/:id/zorgplan'],
    ['https://zorg.example/api/care-plans/7f3a?bsn=123456782#naam', '/api/care-plans/:id'],
    ['/planning/nieuwe_rapportage', '/planning/nieuwe_rapportage'],
    ['/api/clienten/wilhelmina-zonnebloem', '/api/clienten/:id'],
    ['/api/clienten/Zonnebloem%20W', '/api/clienten/:id'],
    ['/api/clienten/jan@example.nl/export', '/api/clienten/:id/export'],
    ['https://zorg.example/assets/main-4f3a2b.js?v=3', '/assets/main-4f3a2b.js'],
    ['https://zorg.example/main.js/zonnebloem', '/:id/:id'],
    ['https://zorg.example', '/'],
    ['https://wilhelmina:geheim@zorg.example/api', '/api'],
    ['blob:https://zorg.example/0d1e', '/:id/:id/:id'],
    ['', '/'],
  ])('%s is %s', (address, expected) => {
    expect(template(address)).toBe(expected);
  });

  test('never holds a segment that nobody has called interface', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z0-9 %@._-]{1,20}$/), { maxLength: 8 }), (segments) => {
        const known = /^(:id|[\w.-]+\.(m?js|css|wasm)|v\d{1,2})$/;
        const kept = template(`/${segments.join('/')}`)
          .split('/')
          .filter(Boolean);
        for (const segment of kept)
          expect(
            known.test(segment) || literals.has(segment) || template(`/${segment}/x`).startsWith(`/${segment}/`),
          ).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
