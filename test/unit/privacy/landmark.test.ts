import { describe, expect, it } from 'vitest';
import { landmarkKind, needsName } from '../../../src/privacy/landmark';

const kindOf = (tag: string, role = '', isInPart = false) => landmarkKind({ tag, role, isInPart });

describe('a part of the page', () => {
  it('is known by its tag', () => {
    const tags = ['header', 'nav', 'main', 'aside', 'footer', 'search', 'form', 'section', 'table', 'dialog'];
    expect(tags.map((tag) => kindOf(tag))).toEqual([
      'header',
      'navigation',
      'main',
      'aside',
      'footer',
      'search',
      'form',
      'region',
      'table',
      'dialog',
    ]);
  });

  it('is known by its role before its tag', () => {
    expect(kindOf('div', 'navigation')).toBe('navigation');
    expect(kindOf('div', ' Grid none')).toBe('table');
    expect(kindOf('section', 'alertdialog')).toBe('dialog');
    expect(kindOf('table', 'presentation')).toBeUndefined();
  });

  it('is no header or footer of the page when it belongs to an article or section; a role says that it is', () => {
    expect(kindOf('header', '', true)).toBeUndefined();
    expect(kindOf('footer', '', true)).toBeUndefined();
    expect(kindOf('header', 'banner', true)).toBe('header');
    expect(kindOf('nav', '', true)).toBe('navigation');
  });

  it('is not made of what an object happens to have', () => {
    expect([kindOf('constructor'), kindOf('div', 'toString'), kindOf('div')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('needs a name where pages have many of them', () => {
    expect([needsName('region'), needsName('form'), needsName('main'), needsName('table')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
