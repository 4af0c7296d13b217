import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../src/foundation/result';
import type { HintIndex } from '../../../../src/protocol';
import { aHome, refusingDatabase, type HintHome, type HintTabUnderTest } from '../../../support/hintHome';
import { aHint, aHintDocument } from '../../../support/hintDocuments';

const DAY_MS = 86_400_000;
let home: HintHome;
beforeEach(async () => {
  home = await aHome();
  await home.backend.publishHints(aHintDocument());
});
afterEach(() => home.end());

/** What a tab hears of what is live, in a word. */
async function heard({ source }: HintTabUnderTest): Promise<string> {
  const answer = await source.index();
  if (!answer.ok) return answer.problem.code;
  if (answer.value.is !== 'index') return answer.value.is;
  const { revision } = answer.value.value as HintIndex; // the backend in memory gives one
  return `${revision}${answer.value.isCached ? ', from the device' : ''}`;
}

describe('what is live', () => {
  it('comes once, and then only when something has changed', async () => {
    const tab = home.tab();
    expect(await heard(tab)).toBe('1');
    expect(await heard(tab)).toBe('unchanged');
    await home.backend.publishHints(aHintDocument());
    expect(await heard(tab)).toBe('2');
    expect(await heard(tab)).toBe('unchanged');
  });

  it('is not sent again to a page that comes back: the device has it', async () => {
    await heard(home.tab());
    let known: string | undefined;
    home.changed.hintIndex = async (tag) => {
      known = tag;
      return succeed({ is: 'unchanged' });
    };
    expect(await heard(home.tab())).toBe('1');
    expect(known).toBe('"1"');
  });

  it('is the last good one when nobody can be asked, for thirty days after it was last checked', async () => {
    await heard(home.tab());
    home.clock.pass(20 * DAY_MS);
    expect(await heard(home.tab())).toBe('1');
    home.isAway = true;
    home.clock.pass(30 * DAY_MS);
    expect(await heard(home.tab())).toBe('1, from the device');
    home.clock.pass(1);
    expect(await heard(home.tab())).toBe('no-answer');
  });

  it('goes on in a page that has it when nobody can be asked any more: nothing is handed out twice', async () => {
    const tab = home.tab();
    await heard(tab);
    home.isAway = true;
    expect(await heard(tab)).toBe('no-answer');
    home.isAway = false;
    expect(await heard(tab)).toBe('unchanged');
  });

  it('is nothing when nothing is published any more, also for the next page without a network', async () => {
    await heard(home.tab());
    home.changed.hintIndex = async () => succeed({ is: 'nothing' });
    expect(await heard(home.tab())).toBe('nothing');
    home.isAway = true;
    expect(await heard(home.tab())).toBe('no-answer');
  });

  it.each([
    ['of a later version', { format: 'cliendo.hints.index', version: 2, hints: [] }],
    ['of something else', { format: 'cliendo.hints', version: 1, hints: [] }],
    ['without hints', { format: 'cliendo.hints.index', version: 1 }],
  ])('stays the last good one when an index comes %s', async (_what, index) => {
    await heard(home.tab());
    home.changed.hintIndex = async () => succeed({ is: 'index', tag: '"9"', index });
    const tab = home.tab();
    expect(await heard(tab)).toBe('1, from the device');
    expect(await heard(tab)).toBe('hints-not-read');
    expect(home.lines.join()).toContain('hints-not-read');
  });

  it('is no answer when "unchanged" comes to who has nothing', async () => {
    home.changed.hintIndex = async () => succeed({ is: 'unchanged' });
    expect(await heard(home.tab())).toBe('hints-not-read');
  });

  it('comes all the same where the device keeps nothing', async () => {
    const tab = home.tab(refusingDatabase());
    expect(await heard(tab)).toBe('1');
    expect(await heard(tab)).toBe('unchanged');
  });
});

describe('words', () => {
  const words = { hint: 'uitleg', rev: 1, content: aHint().content };

  it('are asked for once, and are there without a network after that', async () => {
    expect(await home.tab().source.content('uitleg', 1)).toEqual(succeed(words));
    home.isAway = true;
    expect(await home.tab().source.content('uitleg', 1)).toEqual(succeed(words));
    expect(home.asked).toEqual(['hintContent']);
    expect(await home.tab().source.content('uitleg', 2)).toMatchObject(fail({ code: 'no-answer' }));
  });

  it('are never those of another hint, nor kept', async () => {
    home.changed.hintContent = async () => succeed({ ...words, rev: 2 });
    expect(await home.tab().source.content('uitleg', 1)).toMatchObject(fail({ code: 'hints-not-read' }));
    delete home.changed.hintContent;
    expect(await home.tab().source.content('uitleg', 1)).toEqual(succeed(words));
  });

  it('that no hint has any more are let go, and the others stay', async () => {
    const tab = home.tab();
    const two = (rev: number) => aHintDocument({ hints: [aHint({ rev }), aHint({ id: 'tweede' })] });
    await home.backend.publishHints(two(1));
    await Promise.all(['uitleg', 'tweede'].map((hint) => tab.source.content(hint, 1)));
    await home.backend.publishHints(two(2));
    await heard(tab);
    const keys = await home.disk.store('meta').keys('hints.words/');
    expect(keys).toEqual(succeed(['hints.words/tweede@1']));
  });

  it('come all the same where the device keeps nothing', async () => {
    expect(await home.tab(refusingDatabase()).source.content('uitleg', 1)).toEqual(succeed(words));
  });
});
