import { describe, expect, it } from 'vitest';
import { createDictionary } from '../../../src/privacy/interfaceTexts';

describe('the dictionary of the interface', () => {
  it('knows the texts of a list, a nested object and a function', () => {
    for (const source of [['Opslaan'], { nl: { knop: { opslaan: 'Opslaan' } } }, () => ({ a: ['Opslaan'] })]) {
      expect(createDictionary(source).has('Opslaan')).toBe(true);
    }
  });

  it('matches whole texts only', () => {
    const { has } = createDictionary(['Cliënt', 'Opslaan']);
    expect(has('Cliënt Jansen')).toBe(false);
    expect(has('Opslaa')).toBe(false);
    expect(has('opslaan')).toBe(false);
    expect(has('')).toBe(false);
  });

  it('overlooks white space, loose accents and what a form sets behind a label', () => {
    const { has } = createDictionary(['Naam van de  cliënt']);
    expect(has('  Naam van\n de clie\u0308nt: * ')).toBe(true);
  });

  it('matches a number only where the catalogue has a slot for a count', () => {
    const { has } = createDictionary(['{n} afspraken', '{{ count }} taken open', 'Kamer']);
    expect(has('12 afspraken')).toBe(true);
    expect(has('3 taken open')).toBe(true);
    expect(has('Kamer 12')).toBe(false);
    expect(has('123456782 afspraken')).toBe(false);
    expect(has('Jan afspraken')).toBe(false);
  });

  it('never matches a slot for something else than a count', () => {
    const { has } = createDictionary(['Welkom {naam}', '{0} is jarig']);
    expect(has('Welkom Jan')).toBe(false);
    expect(has('Welkom 12')).toBe(false);
    expect(has('12 is jarig')).toBe(false);
  });

  it('reads both halves of a plural and the cases of an ICU message', () => {
    const { has } = createDictionary(['{n} plek|{n} plekken', '{n, plural, one {# dag} other {# dagen}}']);
    expect(has('1 plek') && has('2 plekken') && has('1 dag') && has('4 dagen')).toBe(true);
  });

  it('refuses digits, signs and single names, and counts them', () => {
    const dictionary = createDictionary([
      '123456782',
      '12-03-1951',
      '{n}',
      '{n}-{n}-{n}',
      'Jansen',
      'sanne',
      'Opslaan',
      '',
    ]);
    expect(dictionary.refused).toBe(6);
    for (const text of ['123456782', '12-03-1951', '12', 'Jansen', 'Sanne', 'sanne'])
      expect(dictionary.has(text)).toBe(false);
    expect(dictionary.has('Opslaan')).toBe(true);
  });

  it('knows nothing, and so covers everything, while the host cannot give its catalogue', () => {
    const { has } = createDictionary(() => {
      throw new Error('not loaded');
    });
    expect(has('Opslaan')).toBe(false);
  });

  it('survives a catalogue that holds itself', () => {
    const loop: Record<string, unknown> = { text: 'Opslaan' };
    loop['self'] = loop;
    expect(createDictionary(loop).has('Opslaan')).toBe(true);
  });
});
