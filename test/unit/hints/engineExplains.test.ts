import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disposeModel } from '../../../src/foundation/disposeModel';
import { chooseHints } from '../../../src/hints/chooseHint';
import { anyDocument, anySituation } from '../../support/anyHints';
import { aContext, anIndex, pastOf } from '../../support/hintContexts';
import { aHintWorld, playHints } from '../../support/hintsModel';

test('what runs is what was chosen, and what explains says the same: a thousand pages at random', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, anySituation, async (drawn, { records, facts, isOff, isBehind, place, routes }) => {
      const document = { ...drawn, hints: drawn.hints.map((hint) => ({ ...hint, when: { on: 'route' as const } })) };
      const path = routes.has('zorgplan') ? '/zorgplan' : '/agenda';
      const world = aHintWorld(document);
      world.elsewhere((kept) => ({
        ...kept,
        history: { records: records ?? [], ...(isOff && { off: { value: true, at: '2026-01-01T00:00:00Z' } }) },
      }));
      if (!records) world.forget();
      const page = { ...world.deps.page, isBehindModal: () => isBehind, placeOf: () => place };
      const known = { ...world, deps: { ...world.deps, page } };
      const { model } = await playHints(known, path, facts);
      const index = anIndex(document);
      const expected = chooseHints(
        aContext(index, {
          routes: new Set([path.slice(1)]),
          facts,
          isOff,
          past: records && pastOf(...records),
          session: world.kept().session,
          placeOf: () => place,
          isBehindModal: () => isBehind,
        }),
      );
      const chosen = expected.running.map(({ hint }) => hint.id).sort();
      const explained = await Promise.all(document.hints.map(({ id }) => model.explain(id)));
      const told = explained.filter(({ shown }) => shown);
      const shown = model.shown.value.map(({ id }) => id).sort();
      disposeModel(model);
      expect({ told: told.map(({ hint }) => hint).sort(), shown }).toEqual({
        told: chosen,
        shown: isBehind ? [] : chosen,
      });
    }),
    { numRuns: 1000 },
  );
});
