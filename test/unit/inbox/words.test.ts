import { describe, expect, it } from 'vitest';
import { hasMarks } from '../../../demo/inbox/draft';
import { absence, clientText, evidenceNames, remarks, showingOf, type Evidence } from '../../../demo/inbox/evidence';
import { formatAge, formatDuration, formatSize, initials, whiteParts } from '../../../demo/inbox/format';
import { actOf, keycaps, type Press } from '../../../demo/inbox/keys';
import { hrefOf, readRoute } from '../../../demo/inbox/route';
import { say } from '../../../demo/inbox/texts';
import { parseContent } from '../../../src/protocol/index';
import { idOf } from './inboxFixtures';

const now = Date.parse('2026-03-12T12:00:00Z');
const picture: Evidence = {
  id: idOf(1),
  kind: 'screenshot',
  name: 'screenshot-1.png',
  type: 'image/png',
  size: 1_440_000,
  digests: [],
  state: 'available',
  offset: 1_440_000,
  redaction: { mode: 'masked', boxes: 12, revealed: [] },
};

describe('texts', () => {
  it('fills slots and chooses between one and more', () => {
    expect(say('list.new', { n: 1 })).toBe('1 nieuwe vraag in de inbox');
    expect(say('list.new', { n: 3 })).toBe('3 nieuwe vragen in de inbox');
    expect(say('thread.heading', { number: '24-118.1' })).toBe('Vraag 24-118.1');
  });
});

describe('times, sizes and names', () => {
  it.each([
    ['2026-03-12T11:59:40Z', 'nu'],
    ['2026-03-12T12:00:30Z', 'nu'],
    ['2026-03-12T11:18:00Z', '42 min'],
    ['2026-03-12T09:00:00Z', '3 u'],
    ['2026-03-09T11:00:00Z', '3 d'],
    ['2026-01-05T12:00:00Z', '5 jan'],
    ['2024-12-28T12:00:00Z', '28 dec 2024'],
  ])('says of %s: %s', (at, said) => {
    expect(formatAge(at, now)).toBe(said);
  });
  it('says sizes and durations in Dutch', () => {
    expect(formatSize(1_440_000)).toBe('1,4 MB');
    expect(formatSize(812_300)).toBe('812 kB');
    expect(formatDuration(180)).toBe('180 ms');
  });
  it('takes initials from the parts of a name with a capital', () => {
    expect(initials('Sanne de Wit')).toBe('SW');
    expect(initials('Noor')).toBe('N');
    expect(initials('')).toBe('');
  });
  it('says which part of the screen is white', () => {
    expect(whiteParts([9, 3, 6])).toBe('Wit: rechtsboven, rechts en rechtsonder.');
    expect(whiteParts([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe('Het hele scherm is wit.');
  });
});

describe('evidence in words', () => {
  it('counts attachments per kind', () => {
    const names = evidenceNames([picture, { ...picture, id: idOf(2), kind: 'recording' }, { ...picture, id: idOf(3) }]);
    expect([...names.values()]).toEqual(['Screenshot 1', 'Video 1', 'Screenshot 2']);
  });
  it('shows only what was checked and found good', () => {
    expect(showingOf(picture)).toBe('picture');
    expect(showingOf({ ...picture, state: 'quarantined' })).toBe('absent');
    expect(showingOf({ ...picture, type: 'image/svg+xml' })).toBe('download');
  });
  it('says how far the bytes are', () => {
    expect(absence({ ...picture, state: 'uploading', offset: 360_000 })).toBe('Nog onderweg: 25% van 1,4 MB');
    expect(absence({ ...picture, state: 'checked' })).toBe('Wordt nagekeken');
  });
  it('says what was covered, shown, made later and not drawn', () => {
    const said = remarks({
      ...picture,
      width: 1280,
      height: 800,
      delayMs: 2000,
      gaps: ['een kaart'],
      redaction: { mode: 'masked', boxes: 1, revealed: [{ spot: 'Opslaan', at: '2026-03-12T12:00:00Z' }] },
    });
    expect(said).toEqual([
      '1280 × 800, 1,4 MB',
      '1 plek afgedekt',
      '1 plek zelf laten zien',
      '2 sec later gemaakt',
      'Niet getekend: een kaart',
    ]);
  });
  it('never makes up a client', () => {
    expect(clientText(undefined)).toBe('Niet gezegd');
    expect(clientText({ scope: 'one', ref: 'c-4471' })).toBe('c-4471');
    expect(clientText({ scope: 'all' })).toBe('Bij alle cliënten');
  });
});

describe('addresses', () => {
  it('writes what it reads', () => {
    const route = { filter: 'open', question: idOf(7) } as const;
    expect(readRoute(hrefOf(route))).toEqual(route);
  });
  it.each(['', '#', '#/onzin', '#/zonder-reactie/<script>', '#/zonder-reactie/'])(
    'falls back to who waits for %s',
    (hash) => {
      expect(readRoute(hash)).toEqual({ filter: 'unanswered' });
    },
  );
});

describe('keys', () => {
  const press: Press = { key: 'j', modified: false, typing: false, inList: false, singleKeys: true };
  it('leaves the keys alone while a text is typed, Escape apart', () => {
    expect(actOf({ ...press, typing: true })).toBeUndefined();
    expect(actOf({ ...press, key: 'Escape', typing: true })).toBe('back');
  });
  it('leaves the shortcuts of the browser alone', () => {
    expect(actOf({ ...press, key: 'r', modified: true })).toBeUndefined();
  });
  it('lets single keys be switched off, not the arrows in the list', () => {
    expect(actOf({ ...press, singleKeys: false })).toBeUndefined();
    expect(actOf({ ...press, key: 'ArrowDown', inList: true, singleKeys: false })).toBe('next');
    expect(actOf({ ...press, key: 'ArrowDown' })).toBeUndefined();
  });
  it('keeps the keys of a large picture for the picture', () => {
    expect(actOf({ ...press, key: '0' })).toBeUndefined();
    expect(actOf({ ...press, key: '1' })).toBe('filter.unanswered');
  });
  it('shows signs on the keycaps', () => {
    expect(keycaps('Ctrl+Enter')).toEqual(['Ctrl', 'Enter']);
    expect(keycaps('+')).toEqual(['+']);
    expect(keycaps('ArrowDown')).toEqual(['↓']);
  });
});

describe('the preview of a reply', () => {
  it('appears only when marks change how it looks', () => {
    expect(hasMarks(parseContent('Gewoon een zin.\nEn nog een.'))).toBe(false);
    expect(hasMarks(parseContent('Kies **Opslaan**.'))).toBe(true);
    expect(hasMarks(parseContent('- een\n- twee'))).toBe(true);
  });
});
