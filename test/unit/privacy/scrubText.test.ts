import { describe, expect, it } from 'vitest';
import { findBsn, scrubText } from '../../../src/privacy/scrubText';

describe('a burgerservicenummer', () => {
  it.each(['123456782', '1234.56.782', '123 456 782', '123-456-782', 'BSN:111222333.', '(999990019)', 'id=010464554'])(
    'is found in %s',
    (text) => {
      expect(findBsn(text)).toBe(true);
    },
  );

  it.each(['123456789', '000000000', '12345678', '0123456782345', 'versie 1.2.345.678', '10432', ''])(
    'is not seen in %s',
    (text) => {
      expect(findBsn(text)).toBe(false);
    },
  );

  it('disappears from a text, whatever stands between its digits', () => {
    expect(scrubText('client 123456782 en 1112.22.333 niet gevonden')).toBe('client [BSN] en [BSN] niet gevonden');
  });

  it('is told apart from a number that fails the test', () => {
    expect(scrubText('order 123456789')).toBe('order 123456789');
  });
});

describe('scrubbing a technical text', () => {
  it.each([
    ['geboren 12-03-1951', 'geboren [datum]'],
    ['geb. 1-3-1951 te Ede', 'geb. [datum] te Ede'],
    ['dob=1951-03-12', 'dob=[datum]'],
    ['1951-03-12T00:00:00.000Z', '[datum]T00:00:00.000Z'],
    ['op 12 maart 1951 en 3 Dec. 1949', 'op [datum] en [datum]'],
    ['mail j.jansen+zorg@voorbeeld.nl nu', 'mail [e-mail] nu'],
    ['bel 06-12345678 of +31 6 12 34 56 78', 'bel [telefoon] of [telefoon]'],
    ['of 020 123 45 67', 'of [telefoon]'],
    ['IBAN NL91 ABNA 0417 1643 00', 'IBAN [IBAN]'],
    ['NL91ABNA0417164300', '[IBAN]'],
    ['mevrouw Van den Berg-Jansen belt', 'mevrouw [naam] belt'],
    ['dhr. P. de Vries', 'dhr. [naam]'],
    ['GET https://zorg.example/clients?name=Jansen#dossier faalde', 'GET https://zorg.example/clients faalde'],
    ['at save (/assets/app.js?v=Jansen:3)', 'at save (/assets/app.js'],
  ])('turns "%s" into "%s"', (text, expected) => {
    expect(scrubText(text)).toBe(expected);
  });

  it.each([
    'Cannot read properties of undefined (reading 12)',
    'status 404 after 1200 ms',
    'release 2026.11.3',
    'dr. is geen titel hier',
    'mevrouw is er niet',
  ])('leaves "%s" as it is', (text) => {
    expect(scrubText(text)).toBe(text);
  });

  it('takes out the names of the open client, whole and in part, in any case, and no particles', () => {
    const context = { names: ['Wilhelmina van der Zonnebloem', 'Bo'] };
    expect(scrubText('zonnebloem, WILHELMINA van der Zonnebloem en bo van de bode', context)).toBe(
      '[naam], [naam] en [naam] van de bode',
    );
  });

  it('treats a name with signs in it as text, not as a pattern', () => {
    expect(scrubText('(.*) en D’Arc-Bloem', { names: ['(.*)', 'D’Arc-Bloem'] })).toBe('[naam] en [naam]');
  });

  it('finds a name that is written with loose accents', () => {
    expect(scrubText('Rene\u0301e mist', { names: ['Ren\u00e9e'] })).toBe('[naam] mist');
  });
});
