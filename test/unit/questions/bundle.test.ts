import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '../../../src/foundation/id';
import {
  addQuestion,
  attach,
  changeQuestion,
  detach,
  isEmpty,
  keptQuestions,
  moveQuestion,
  removedFrom,
  replaceAttachment,
  removeQuestions,
  restoreQuestion,
  SENT,
  type Bundle,
} from '../../../src/questions/bundle';
import { mergeBundles, readyBundle, resumed } from '../../../src/questions/mergeBundles';
import { aBundle, anAttachment, anId, aQuestion } from '../../support/builders';

const idsOf = (bundle: Bundle): readonly Id[] => bundle.questions.map(({ id }) => id);
const bundleOf = (count: number): Bundle =>
  aBundle(...Array.from({ length: count }, (_, index) => aQuestion(index + 1)));

describe('order', () => {
  test('moves a question up and leaves the others as they were', () => {
    expect(idsOf(moveQuestion(bundleOf(3), anId(3), { place: 0, at: 5 }))).toEqual([anId(3), anId(1), anId(2)]);
  });

  test('keeps every question exactly once, however they are moved', () => {
    const moves = fc.array(
      fc.record({ which: fc.integer({ min: 1, max: 6 }), place: fc.integer({ min: -2, max: 8 }) }),
    );
    fc.assert(
      fc.property(moves, (steps) => {
        const moved = steps.reduce(
          (bundle, { which, place }, at) => moveQuestion(bundle, anId(which), { place, at }),
          bundleOf(6),
        );
        expect([...idsOf(moved)].sort()).toEqual([...idsOf(bundleOf(6))].sort());
      }),
    );
  });

  test('puts a moved question where it was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }), (which, place) => {
        expect(idsOf(moveQuestion(bundleOf(6), anId(which), { place, at: 1 }))[place]).toBe(anId(which));
      }),
    );
  });

  test('does not count the question that is still being written', () => {
    const bundle = aBundle(aQuestion(1), aQuestion(2, { isUnfinished: true }), aQuestion(3));
    expect(keptQuestions(moveQuestion(bundle, anId(3), { place: 0, at: 5 })).map(({ id }) => id)).toEqual([
      anId(3),
      anId(1),
    ]);
  });
});

describe('removing', () => {
  test('can be undone: same place, same words, same pictures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (which) => {
        const before = attach(bundleOf(5), aQuestion(which), anAttachment(which));
        const removed = removedFrom(before, anId(which));
        if (!removed) throw new Error('the question should be there');
        const after = restoreQuestion(removeQuestions(before, [anId(which)], 2000), removed, 2000);
        expect(idsOf(after)).toEqual(idsOf(before));
        expect(after.attachments).toEqual(before.attachments);
        expect(after.gone).toEqual([]);
      }),
    );
  });

  test('undoing twice does not give the question twice', () => {
    const removed = removedFrom(bundleOf(2), anId(1));
    if (!removed) throw new Error('the question should be there');
    const once = restoreQuestion(removeQuestions(bundleOf(2), [anId(1)], 2000), removed, 3000);
    expect(restoreQuestion(once, removed, 4000)).toBe(once);
  });

  test('takes its pictures along', () => {
    const bundle = attach(bundleOf(2), aQuestion(1), anAttachment());
    expect(removeQuestions(bundle, [anId(1)], 2000).attachments).toEqual([]);
  });
});

describe('attachments', () => {
  test('an edited picture stands where the one before stood, in every question that has it, and is newer than what other tabs hold', () => {
    const first = attach(bundleOf(2), aQuestion(1), anAttachment(1));
    const [one = aQuestion(1)] = first.questions;
    const before = attach(first, one, anAttachment(2));
    const after = replaceAttachment(before, anAttachment(1).id, { by: anAttachment(3), at: 9000 });
    expect(after.questions[0]).toMatchObject({
      attachments: [anAttachment(3).id, anAttachment(2).id],
      changedAt: 9000,
    });
    expect(after.questions[1]).toEqual(before.questions[1]);
    expect(after.attachments.map(({ id }) => id)).toEqual([anAttachment(3).id, anAttachment(2).id]);
    expect(
      mergeBundles(before, after)
        .attachments.map(({ id }) => id)
        .sort(),
    ).toEqual(after.attachments.map(({ id }) => id).sort());
  });

  test('a picture that is gone from the bundle is not brought back by editing it', () => {
    const bundle = bundleOf(1);
    expect(replaceAttachment(bundle, anAttachment(1).id, { by: anAttachment(3), at: 9000 })).toBe(bundle);
  });

  test('the same picture attached twice is there once', () => {
    const once = attach(bundleOf(1), aQuestion(1), anAttachment());
    const [question = aQuestion(1)] = once.questions;
    expect(attach(once, question, anAttachment()).questions[0]?.attachments).toEqual([anAttachment().id]);
  });

  test('a picture that is taken off is not sent along by accident', () => {
    const bundle = attach(bundleOf(1), aQuestion(1), anAttachment());
    const [question = aQuestion(1)] = bundle.questions;
    expect(detach(bundle, question, anAttachment().id).attachments).toEqual([]);
  });
});

describe('two tabs', () => {
  const mine = aQuestion(1, { text: 'van mij', changedAt: 1 });
  const theirs = aQuestion(2, { text: 'van de andere tab', changedAt: 2 });

  test('both keep what was written in either', () => {
    expect(idsOf(mergeBundles(aBundle(mine), aBundle(theirs)))).toEqual([mine.id, theirs.id]);
  });

  test('of one question the newest words win, in both tabs', () => {
    const newer = { ...mine, text: 'nieuwer', changedAt: 9 };
    expect(mergeBundles(aBundle(mine), aBundle(newer)).questions[0]?.text).toBe('nieuwer');
    expect(mergeBundles(aBundle(newer), aBundle(mine)).questions[0]?.text).toBe('nieuwer');
  });

  test('a removal in one tab holds in the other', () => {
    expect(idsOf(mergeBundles(aBundle(mine, theirs), removeQuestions(aBundle(mine, theirs), [mine.id], 5)))).toEqual([
      theirs.id,
    ]);
  });

  test('words typed after the removal in another tab survive it', () => {
    const typedLater = { ...mine, changedAt: 7 };
    expect(idsOf(mergeBundles(aBundle(typedLater), removeQuestions(aBundle(mine), [mine.id], 5)))).toEqual([mine.id]);
  });

  test('a question that was sent never comes back to be sent again', () => {
    const typedLater = { ...mine, changedAt: Number.MAX_SAFE_INTEGER };
    expect(idsOf(mergeBundles(aBundle(typedLater), removeQuestions(aBundle(mine), [mine.id], SENT)))).toEqual([]);
  });

  test('an undone removal wins from the removal itself', () => {
    const removed = removedFrom(aBundle(mine), mine.id);
    if (!removed) throw new Error('the question should be there');
    const without = removeQuestions(aBundle(mine), [mine.id], 5);
    expect(idsOf(mergeBundles(restoreQuestion(without, removed, 5), without))).toEqual([mine.id]);
  });

  test('the order that was chosen last holds', () => {
    const ordered = moveQuestion(bundleOf(3), anId(3), { place: 0, at: 50 });
    expect(idsOf(mergeBundles(bundleOf(3), ordered))).toEqual(idsOf(ordered));
  });

  test('pictures of both come along', () => {
    const left = attach(aBundle(mine), { ...mine, changedAt: 4 }, anAttachment(1));
    const right = attach(aBundle(theirs), { ...theirs, changedAt: 4 }, anAttachment(2));
    expect(
      mergeBundles(left, right)
        .attachments.map(({ id }) => id)
        .sort(),
    ).toEqual([anAttachment(1).id, anAttachment(2).id].sort());
  });
});

describe('two tabs, in any state', () => {
  const version = fc.record({ which: fc.integer({ min: 1, max: 5 }), changedAt: fc.integer({ min: 1, max: 20 }) });
  const anyBundle = fc
    .record({
      versions: fc.uniqueArray(version, { selector: ({ which }) => which }),
      removed: fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
      at: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ versions, removed, at }) =>
      removeQuestions(
        aBundle(
          ...versions.map(({ which, changedAt }) => aQuestion(which, { changedAt, text: `${which} op ${changedAt}` })),
        ),
        removed.map(anId),
        at,
      ),
    );
  const words = (bundle: Bundle): readonly string[] => bundle.questions.map(({ text }) => text).sort();

  test('end with the same words whichever tab joins first', () => {
    fc.assert(
      fc.property(anyBundle, anyBundle, (left, right) => {
        expect(words(mergeBundles(left, right))).toEqual(words(mergeBundles(right, left)));
      }),
    );
  });

  test('joining again changes nothing', () => {
    fc.assert(
      fc.property(anyBundle, anyBundle, (left, right) => {
        const once = mergeBundles(left, right);
        expect(mergeBundles(once, right)).toEqual(once);
      }),
    );
  });

  test('nothing is lost that nobody removed', () => {
    fc.assert(
      fc.property(anyBundle, anyBundle, (left, right) => {
        const joined = idsOf(mergeBundles(left, right));
        const removed = [...left.gone, ...right.gone].map(({ id }) => id);
        for (const id of [...idsOf(left), ...idsOf(right)])
          expect(joined.includes(id) || removed.includes(id)).toBe(true);
      }),
    );
  });
});

describe('coming back', () => {
  test('goes on with the question that was being written last', () => {
    const bundle = aBundle(
      aQuestion(1, { isUnfinished: true, changedAt: 1 }),
      aQuestion(2, { isUnfinished: true, changedAt: 2 }),
    );
    expect(resumed(bundle).current).toBe(anId(2));
  });

  test('an unfinished question of a tab that was closed appears in the bundle', () => {
    const bundle = aBundle(
      aQuestion(1, { isUnfinished: true, changedAt: 1 }),
      aQuestion(2, { isUnfinished: true, changedAt: 2 }),
    );
    expect(keptQuestions(resumed(bundle).bundle).map(({ id }) => id)).toEqual([anId(1)]);
  });

  test('leaves blank forms behind', () => {
    expect(resumed(aBundle(aQuestion(1, { text: ' ', isUnfinished: true }))).bundle.questions).toEqual([]);
  });
});

test('an unfinished question of another tab is not sent from this one', () => {
  const bundle = aBundle(aQuestion(1), aQuestion(2, { isUnfinished: true }), aQuestion(3, { isUnfinished: true }));
  expect(idsOf(readyBundle(bundle, anId(3)))).toEqual([anId(1), anId(3)]);
});

test('words on the home screen count as something to keep', () => {
  expect(isEmpty(aBundle())).toBe(true);
  expect(isEmpty({ ...aBundle(), asking: 'hoe' })).toBe(false);
});

test('a changed question does not come back when it was removed', () => {
  expect(changeQuestion(aBundle(), aQuestion(1)).questions).toEqual([]);
  expect(addQuestion(aBundle(), aQuestion(1)).questions).toHaveLength(1);
});
