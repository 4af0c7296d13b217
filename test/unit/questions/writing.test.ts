import { describe, expect, test } from 'vitest';
import { disposeModel } from '../../../src/foundation/disposeModel';
import { aQuestionsModel, first, keep, settle, sharedDrafts, texts, write } from '../../support/questions';

describe('typing', () => {
  test('is saved 400 ms after the last key, not before', async () => {
    const { model, drafts, clock } = aQuestionsModel();
    write(model, 'Ops');
    clock.pass(399);
    model.answer({ text: 'Opslaan' });
    clock.pass(399);
    await settle();
    expect(drafts.stored).toBeUndefined();
    expect(model.saving.value.state).toBe('pending');
    clock.pass(1);
    await settle();
    expect(drafts.stored?.questions[0]?.text).toBe('Opslaan');
    expect(model.saving.value.state).toBe('saved');
  });

  test('is stored at once when the page is left', () => {
    const { model, drafts } = aQuestionsModel();
    model.leavePage();
    expect(drafts.stored).toBeUndefined();
    write(model, 'Halve zi');
    model.leavePage();
    expect(drafts.stored?.questions[0]?.text).toBe('Halve zi');
  });

  test('is there again after a reload: the words, the bundle and the order', async () => {
    const drafts = sharedDrafts();
    const before = aQuestionsModel({ drafts });
    keep(before.model, 'Eerste');
    keep(before.model, 'Tweede');
    before.model.move(first(before.model.kept.value.slice(1)).id, 0);
    write(before.model, 'Derde, nog niet af');
    await before.model.flush();
    disposeModel(before.model);

    const after = aQuestionsModel({ drafts, seed: 2 });
    await after.model.restore();
    expect(after.model.saving.value.state).toBe('saved');
    expect(texts(after.model)).toEqual(['Tweede', 'Eerste']);
    expect(after.model.draft.value?.text).toBe('Derde, nog niet af');
  });

  test('in the home field is there again after a reload', async () => {
    const drafts = sharedDrafts();
    const before = aQuestionsModel({ drafts });
    before.model.type('hoe plan ik');
    await before.model.flush();
    const after = aQuestionsModel({ drafts, seed: 2 });
    await after.model.restore();
    expect(after.model.bundle.value.asking).toBe('hoe plan ik');
  });
});

describe('saving', () => {
  test('is not called saved while it is only held by the page', async () => {
    const drafts = sharedDrafts();
    drafts.isLasting = false;
    const { model } = aQuestionsModel({ drafts });
    write(model, 'Opslaan doet niets.');
    await model.flush();
    expect(model.saving.value.state).toBe('held');
  });

  test('an emptied home field stays empty after it was saved', async () => {
    const drafts = sharedDrafts();
    const before = aQuestionsModel({ drafts });
    before.model.type('hoe plan ik');
    await before.model.flush();
    const { model } = aQuestionsModel({ drafts, seed: 2 });
    await model.restore();
    model.type('');
    await model.flush();
    expect(model.bundle.value.asking).toBe('');
  });

  test('goes on in memory when the browser can not store, and says so', async () => {
    const { model, drafts, clock } = aQuestionsModel();
    drafts.broken = 'storage-failed';
    write(model, 'Opslaan');
    clock.pass(400);
    await settle();
    expect(model.saving.value).toEqual({ state: 'failed', code: 'storage-failed' });
    expect(model.draft.value?.text).toBe('Opslaan');
  });

  test('nothing leaves nothing behind', async () => {
    const { model, drafts } = aQuestionsModel();
    write(model, 'Toch maar niet');
    await model.flush();
    model.answer({ text: '' });
    await model.flush();
    expect(drafts.stored).toBeUndefined();
  });

  test('stops being saved when the widget is destroyed', async () => {
    const { model, drafts, clock } = aQuestionsModel();
    write(model, 'Opslaan');
    disposeModel(model);
    clock.pass(1000);
    await settle();
    expect(drafts.stored).toBeUndefined();
  });
});

describe('from home to the form', () => {
  test('carries the typed text over and empties the home field', () => {
    const { model } = aQuestionsModel();
    model.type('De agenda slaat niet op');
    model.ask();
    expect(model.draft.value).toMatchObject({
      text: 'De agenda slaat niet op',
      place: { label: 'Agenda › Week' },
      client: { ref: '#10432' },
    });
    expect(model.bundle.value.asking).toBe('');
  });

  test('opens the question that was being written', () => {
    const { model } = aQuestionsModel();
    write(model, 'Half af');
    model.ask();
    expect(model.draft.value?.text).toBe('Half af');
  });

  test('a new question does not overwrite the one that was being written', () => {
    const { model } = aQuestionsModel();
    write(model, 'Half af');
    model.type('Iets heel anders');
    model.ask();
    expect(texts(model)).toEqual(['Half af']);
    expect(model.draft.value?.text).toBe('Iets heel anders');
  });

  test('a blank form that was left open takes the place where the person is now', () => {
    let label = 'Agenda';
    const { model } = aQuestionsModel({ context: () => ({ place: { label, route: '' } }) });
    model.begin();
    label = 'Dossier';
    model.begin();
    expect(model.draft.value?.place?.label).toBe('Dossier');
    expect(model.bundle.value.questions).toHaveLength(1);
  });
});

describe('the bundle', () => {
  test('takes a question from the form and gives it back to change', () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    keep(model, 'Tweede');
    const question = first(model.kept.value);
    model.edit(question.id);
    model.answer({ text: 'Eerste, beter' });
    model.keep();
    expect(texts(model)).toEqual(['Eerste, beter', 'Tweede']);
  });

  test('editing another question keeps the one in the form', () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    write(model, 'Tweede, half af');
    model.edit(first(model.kept.value).id);
    expect(texts(model)).toEqual(['Eerste', 'Tweede, half af']);
  });

  test('gives a removed question back', () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    keep(model, 'Tweede');
    model.remove(first(model.kept.value).id);
    expect(texts(model)).toEqual(['Tweede']);
    model.undoRemove();
    expect(texts(model)).toEqual(['Eerste', 'Tweede']);
    expect(model.removed.value).toBeUndefined();
  });

  test('an empty form asks for words instead of going away', () => {
    const { model } = aQuestionsModel();
    model.begin();
    expect(model.keep()).toBe(false);
    expect(model.refusals.value).toMatchObject([{ code: 'text-missing', question: model.draft.value?.id }]);
    model.answer({ text: 'O ja' });
    expect(model.refusals.value).toEqual([]);
    expect(model.keep()).toBe(true);
  });
});
