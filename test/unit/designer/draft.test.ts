import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addStep,
  draftOf,
  edited,
  editStep,
  finish,
  missingText,
  moveStep,
  newDraft,
  removeStep,
  targetsOf,
  withDescription,
  withKind,
  withStepTarget,
  withTarget,
  withText,
  withWhere,
  type Draft,
} from '../../../src/designer';
import { checkHints, decodeHints } from '../../../src/protocol';
import { aDraft, aTarget, aWording, demoDocument, exampleDocument } from '../../support/designing';
import { aHintDocument, anyHintDocument } from '../../support/hintDocuments';

const opslaan = { name: 'opslaan', target: aTarget('Opslaan') };
const step = { id: 'een', kind: 'modal', next: { on: 'button' } } as const;

/** A hint that was made the way somebody makes one. */
const made = (): Draft =>
  withText(
    edited(withTarget(withWhere(aDraft(), { routes: ['zorgplan'] }), opslaan), { when: { on: 'focus' } }),
    { locale: 'nl' },
    { title: 'Opslaan' },
  );

const missing = (draft: Draft): readonly string[] => {
  const finished = finish(draft);
  return finished.ok ? [] : finished.problem.map(({ code, step: id }) => (id === undefined ? code : `${code} ${id}`));
};

test('a hint that was just begun says everything that is missing', () => {
  expect(missing(aDraft())).toEqual(['pages', 'trigger', 'place', 'text']);
  expect(missing(edited(aDraft(), { name: ' ' }))).toContain('name');
});

test('what is missing is said in words', () => {
  const { t } = aWording();
  expect(missingText({ code: 'place' }, t)).toBe('Kies een plek op de pagina.');
});

test('a hint that was made can be published', () => {
  const finished = finish(made());
  expect(finished.ok).toBe(true);
  if (!finished.ok) return;
  const { hint, targets } = finished.value;
  expect(hint).toMatchObject({ rev: 1, status: 'published', howOften: { max: 3, every: 'P1D', until: 'dismissed' } });
  const document = aHintDocument({ hints: [hint], targets });
  expect(decodeHints(document).ok).toBe(true);
  expect(checkHints(document, { today: '2026-03-02' })).toEqual([]);
});

test.each<[string, Draft, readonly string[]]>([
  ['a hint without a place can’t be finished', withWhere(made(), { target: undefined }), ['place']],
  ['nor one without a text', withText(made(), { locale: 'nl' }, { title: '' }), ['text']],
  [
    'a picture is no text',
    withText(made(), { locale: 'nl' }, { title: '', media: { asset: 'a', alt: 'b' } }),
    ['text'],
  ],
  [
    'a banner needs no place',
    withKind(edited(withWhere(made(), { target: undefined }), { when: { on: 'route' } }), 'banner'),
    [],
  ],
  ['unless its moment is at one', withKind(withWhere(made(), { target: undefined }), 'banner'), ['place']],
  ['an event has a name', edited(made(), { when: { on: 'event' } }), ['triggerPart']],
  ['rest takes a while', edited(made(), { when: { on: 'idle' } }), ['triggerPart']],
  ['a tour has steps', withKind(made(), 'tour'), ['steps']],
  [
    'a step is whole too',
    addStep(withKind(made(), 'tour'), { id: 'een', kind: 'tooltip' }),
    ['place een', 'text een', 'next een'],
  ],
])('%s', (_what, draft, codes) => {
  expect(missing(draft)).toEqual(codes);
});

test('who chooses another kind and the first one again has lost nothing but the side', () => {
  const tour = addStep(withWhere(made(), { placement: 'left' }), step);
  const back = withKind(withKind(tour, 'banner'), 'tooltip');
  expect(back.hint).toEqual({ ...tour.hint, where: { routes: ['zorgplan'], target: 'opslaan' } });
  expect(withKind(tour, 'beacon').hint.where?.placement).toBe('left');
});

test('steps that a kind has no use for are not published', () => {
  const finished = finish(addStep(made(), step));
  expect(finished.ok && Object.hasOwn(finished.value.hint, 'steps')).toBe(false);
});

test('what is emptied is gone, as if it had never been filled in', () => {
  const draft = edited(made(), { priority: 80, group: 'nieuw', schedule: { from: '2026-03-01' } });
  expect(edited(draft, { priority: undefined, group: undefined, schedule: undefined })).toEqual(made());
  expect(
    withText(withText(aDraft(), { locale: 'nl' }, { title: 'A' }), { locale: 'nl' }, { title: undefined }),
  ).toEqual(aDraft());
  expect(removeStep(addStep(made(), step), 'een')).toEqual(made());
});

test('texts stand beside each other in every language', () => {
  const draft = withText(withText(made(), { locale: 'en' }, { title: 'Save' }), { locale: 'nl' }, { body: 'Zo.' });
  expect(draft.hint.content).toEqual({ nl: { title: 'Opslaan', body: 'Zo.' }, en: { title: 'Save' } });
});

test('steps are added, moved, changed and taken out', () => {
  const ids = (draft: Draft): readonly string[] => (draft.hint.steps ?? []).map(({ id }) => id);
  const three = ['een', 'twee', 'drie'].reduce((draft, id) => addStep(draft, { ...step, id }), made());
  expect(ids(three)).toEqual(['een', 'twee', 'drie']);
  expect(ids(addStep(three, { ...step, id: 'nul' }, 0))).toEqual(['nul', 'een', 'twee', 'drie']);
  expect(ids(moveStep(three, 'drie', 0))).toEqual(['drie', 'een', 'twee']);
  expect(ids(moveStep(three, 'een', 9))).toEqual(['twee', 'drie', 'een']);
  expect(ids(moveStep(three, 'een', -1))).toEqual(['een', 'twee', 'drie']);
  expect(moveStep(three, 'vier', 0)).toBe(three);
  expect(ids(removeStep(three, 'twee'))).toEqual(['een', 'drie']);
  expect(editStep(three, 'twee', { kind: 'slideout' }).hint.steps?.map(({ kind }) => kind)).toEqual([
    'modal',
    'slideout',
    'modal',
  ]);
  expect(withText(three, { locale: 'nl', step: 'drie' }, { body: 'Klaar.' }).hint.steps?.[2]?.content).toEqual({
    nl: { body: 'Klaar.' },
  });
});

test('a place that is described anew is so for the hint and all its steps', () => {
  const draft = withStepTarget(addStep(made(), step), 'een', opslaan);
  const anew = withDescription(draft, { name: 'opslaan', target: aTarget('Bewaren') });
  expect(targetsOf(anew.hint)).toEqual(['opslaan']);
  expect(anew.targets['opslaan']?.label).toBe('Bewaren');
});

test('only places that the hint stands at go along', () => {
  const moved = withTarget(made(), { name: 'bewaren', target: aTarget('Bewaren') });
  const finished = finish(moved);
  expect(finished.ok && Object.keys(finished.value.targets)).toEqual(['bewaren']);
});

test('no edit changes the draft that it was made from', () => {
  const before = made();
  const frozen = JSON.stringify(before);
  withKind(addStep(withText(before, { locale: 'nl' }, { body: 'x' }), step), 'tour');
  withTarget(edited(before, { priority: 1 }), { name: 'a', target: aTarget('A') });
  expect(JSON.stringify(before)).toBe(frozen);
});

test.each([exampleDocument(), demoDocument()])(
  'a published hint that nobody touched comes back as it was',
  (document) => {
    for (const hint of document.hints) {
      const finished = finish(draftOf(hint, document.targets));
      expect(finished.ok && finished.value.hint).toEqual(hint);
    }
  },
);

test('what is called whole has nothing missing, whatever the draft', () => {
  fc.assert(
    fc.property(anyHintDocument, (given) => {
      const decoded = decodeHints(JSON.parse(JSON.stringify(given)));
      for (const hint of decoded.ok ? decoded.value.hints : []) {
        const finished = finish(draftOf(hint, decoded.ok ? decoded.value.targets : {}));
        const again = finished.ok && finish(finished.value);
        expect(finished.ok ? again : { problem: finished.problem.length > 0 }).toEqual(
          finished.ok ? finished : { problem: true },
        );
      }
    }),
  );
});

test('a new draft has a name and a kind', () => {
  expect(newDraft({ id: 'a', kind: 'modal', name: 'A' })).toEqual({
    hint: { id: 'a', kind: 'modal', name: 'A' },
    targets: {},
  });
});

test('a name may be changed and not taken away', () => {
  // @ts-expect-error a hint always has a name
  edited(made(), { name: undefined });
  expect(edited(made(), { name: 'Anders' }).hint.name).toBe('Anders');
});
