import { describe, expect, test } from 'vitest';
import type { Id } from '../../../src/foundation/id';
import type { Step } from '../../../src/protocol';
import { partsOf, entriesOf, isTrail, type TrailEntry } from '../../../src/questions/parts';
import { aQuestionsModel, first, keep, settle, write } from '../../support/questions';

const step = (second: number): Step => ({
  at: `2026-03-12T08:59:0${second}.000Z`,
  place: 'Agenda',
  role: 'button',
  name: `Knop ${second}`,
  result: '',
});

/** A page on which three things were done before any question was begun. */
function aPage() {
  const begun: Id[] = [];
  const all = aQuestionsModel({
    trail: () => ({
      begin: (question) => void begun.push(question),
      take(question) {
        const index = begun.indexOf(question);
        return begun.splice(index, index < 0 ? 0 : 1).length > 0
          ? { steps: [step(1), step(2), step(3)], errors: [], failedRequests: [] }
          : undefined;
      },
    }),
  });
  const names = (): readonly string[] => first(all.model.bundle.value.questions).steps.map(({ name }) => name);
  const entries = (): readonly TrailEntry[] => {
    const { outgoing } = all.model;
    if (!('prepared' in outgoing.value) || !outgoing.value.prepared) return [];
    return partsOf(outgoing.value.prepared.submission).filter(isTrail).flatMap(entriesOf);
  };
  return { ...all, names, entries };
}

describe('what the page noticed before a question', () => {
  test('is no part of the draft while the question is being written, also not of what is stored', async () => {
    const { model, names, drafts } = aPage();
    write(model, 'Opslaan doet niets.');
    await model.flush();
    expect(names()).toEqual([]);
    expect(JSON.stringify(drafts.stored)).toContain('Opslaan doet niets.');
    expect(JSON.stringify(drafts.stored)).not.toContain('Knop');
  });

  test('joins it when the person puts it in the bundle', () => {
    const { model, names } = aPage();
    keep(model, 'Opslaan doet niets.');
    expect(names()).toEqual(['Knop 1', 'Knop 2', 'Knop 3']);
  });

  test('joins it when the person sends it at once', async () => {
    const { model, sink } = aPage();
    write(model, 'Opslaan doet niets.');
    await model.submit();
    expect(first(first(sink.sent).submission.questions).steps).toHaveLength(3);
  });

  test('does not join a question in which there are no words', async () => {
    const { model, names } = aPage();
    model.begin();
    await model.look();
    expect(names()).toEqual([]);
  });
});

describe('taking out one entry', () => {
  test('takes out that one, also when the screen still shows what was taken out before it', async () => {
    const { model, names, entries } = aPage();
    keep(model, 'Opslaan doet niets.');
    await model.look();
    const [one, two] = entries();
    if (!one || !two) throw new Error('two steps were expected');
    model.removePart(one);
    model.removePart(two); // before the list was drawn again
    expect(names()).toEqual(['Knop 3']);
    await settle();
    expect(entries().map(({ value }) => value)).toEqual([step(3)]);
  });

  test('can be undone', async () => {
    const { model, names, entries } = aPage();
    keep(model, 'Opslaan doet niets.');
    await model.look();
    model.removePart(first(entries()));
    model.undoRemovePart();
    expect(names()).toEqual(['Knop 1', 'Knop 2', 'Knop 3']);
  });

  test('is for good: writing on does not bring it back', async () => {
    const { model, names, entries } = aPage();
    write(model, 'Opslaan doet niets.');
    await model.look();
    model.removePart(first(entries()));
    model.leave();
    model.answer({ text: 'Opslaan doet niets meer.' });
    await model.look();
    expect(names()).toEqual(['Knop 2', 'Knop 3']);
  });
});
