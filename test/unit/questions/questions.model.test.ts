import { describe, expect, test } from 'vitest';
import { disposeModel } from '../../../src/foundation/disposeModel';
import { anAttachment } from '../../support/builders';
import { aQuestionsModel, recordingSink, sharedDrafts } from '../../support/questions';

/** Lets everything that was promised happen; nothing here waits for real time. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

const unmasked = anAttachment(1, { kind: 'file', redaction: { mode: 'manual', boxes: 0, revealed: [] } });
type Questions = ReturnType<typeof aQuestionsModel>['model'];
const write = (model: Questions, text: string): void => {
  model.begin();
  model.answer({ text });
};
const keep = (model: Questions, text: string): void => {
  write(model, text);
  model.keep();
};
const texts = (model: Questions): readonly string[] => model.kept.value.map(({ text }) => text);

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

  test('is there again after a reload: the words, the bundle and the order', async () => {
    const drafts = sharedDrafts();
    const before = aQuestionsModel({ drafts });
    keep(before.model, 'Eerste');
    keep(before.model, 'Tweede');
    before.model.move(before.model.kept.value[1]?.id ?? before.model.bundle.value.questions[0]!.id, 0);
    write(before.model, 'Derde, nog niet af');
    await before.model.flush();
    disposeModel(before.model);

    const after = aQuestionsModel({ drafts, seed: 2 });
    await after.model.restore();
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
    expect(model.draft.value).toMatchObject({ text: 'De agenda slaat niet op', place: { label: 'Agenda › Week' }, client: { ref: '#10432' } });
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
    const [first] = model.kept.value;
    model.edit(first!.id);
    model.answer({ text: 'Eerste, beter' });
    model.keep();
    expect(texts(model)).toEqual(['Eerste, beter', 'Tweede']);
  });

  test('editing another question keeps the one in the form', () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    write(model, 'Tweede, half af');
    model.edit(model.kept.value[0]!.id);
    expect(texts(model)).toEqual(['Eerste', 'Tweede, half af']);
  });

  test('gives a removed question back', () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    keep(model, 'Tweede');
    model.remove(model.kept.value[0]!.id);
    expect(texts(model)).toEqual(['Tweede']);
    model.undoRemove();
    expect(texts(model)).toEqual(['Eerste', 'Tweede']);
    expect(model.removed.value).toBeUndefined();
  });
});

describe('two tabs', () => {
  test('write in one bundle without losing a question', async () => {
    const drafts = sharedDrafts();
    const left = aQuestionsModel({ drafts, seed: 1 });
    const right = aQuestionsModel({ drafts, seed: 2 });
    keep(left.model, 'Links');
    keep(right.model, 'Rechts');
    await Promise.all([left.model.flush(), right.model.flush()]);
    await settle();
    expect([...texts(left.model)].sort()).toEqual(['Links', 'Rechts']);
    expect([...texts(right.model)].sort()).toEqual(['Links', 'Rechts']);
    expect(drafts.stored?.questions).toHaveLength(2);
  });

  test('sending from both sends once', async () => {
    const drafts = sharedDrafts();
    const sink = recordingSink();
    const left = aQuestionsModel({ drafts, sink, seed: 1 });
    const right = aQuestionsModel({ drafts, sink, seed: 2 });
    keep(left.model, 'Een');
    keep(left.model, 'Twee');
    await left.model.flush();
    await right.model.restore();
    await Promise.all([left.model.look(), right.model.look()]);
    await Promise.all([left.model.send(), right.model.send()]);
    expect(sink.sent).toHaveLength(1);
    expect([left.model, right.model].map(({ outgoing }) => outgoing.value.state).sort()).toEqual(['failed', 'sent']);
    await right.model.flush();
    expect(texts(right.model)).toEqual([]);
  });

  test('typing on in a question that another tab has sent begins a new one', async () => {
    const drafts = sharedDrafts();
    const left = aQuestionsModel({ drafts, seed: 1 });
    write(left.model, 'Opslaan doet niets');
    await left.model.flush();
    const right = aQuestionsModel({ drafts, seed: 2 });
    await right.model.restore();
    await left.model.submit();
    await right.model.flush();
    right.model.answer({ text: 'Opslaan doet niets, ook morgen niet' });
    expect(right.model.draft.value?.text).toBe('Opslaan doet niets, ook morgen niet');
    expect(right.model.draft.value?.id).not.toBe(left.sink.sent[0]?.submission.questions[0]?.id);
  });
});

describe('sending', () => {
  test('one question with a masked picture goes at once', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Opslaan doet niets');
    model.attach(anAttachment());
    await model.submit();
    expect(sink.sent[0]?.submission.questions.map(({ text }) => text)).toEqual(['Opslaan doet niets']);
    expect(sink.sent[0]?.submission.attachments).toHaveLength(1);
    expect(model.outgoing.value.state).toBe('sent');
    expect(model.bundle.value.questions).toEqual([]);
  });

  test('two questions are looked at first, and go in one submission', async () => {
    const { model, sink } = aQuestionsModel();
    keep(model, 'Eerste');
    write(model, 'Tweede');
    await model.submit();
    expect(model.outgoing.value.state).toBe('review');
    expect(sink.sent).toEqual([]);
    await model.send();
    expect(sink.sent[0]?.submission.questions.map(({ text }) => text)).toEqual(['Eerste', 'Tweede']);
  });

  test('what was not masked by us goes only after the tick', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Zie bijlage');
    model.attach(unmasked);
    await model.submit();
    await model.send();
    expect(sink.sent).toEqual([]);
    model.isChecked.value = true;
    await model.send();
    expect(sink.sent).toHaveLength(1);
  });

  test('the host can ask for a look at every picture', async () => {
    const { model } = aQuestionsModel({ review: 'always' });
    write(model, 'Opslaan doet niets');
    model.attach(anAttachment());
    await model.submit();
    expect(model.outgoing.value.state).toBe('review');
    expect(model.toCheck.value).toHaveLength(1);
  });

  test('a double click sends once', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Opslaan doet niets');
    await Promise.all([model.submit(), model.submit()]);
    expect(sink.sent).toHaveLength(1);
    expect(model.outgoing.value.state).toBe('sent');
  });

  test('a double click on the review screen sends once', async () => {
    const { model, sink } = aQuestionsModel();
    keep(model, 'Eerste');
    await model.look();
    await Promise.all([model.send(), model.send()]);
    expect(sink.sent).toHaveLength(1);
    expect(model.outgoing.value.state).toBe('sent');
  });

  test('a failed send keeps everything, says why, and is the same submission when tried again', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Opslaan doet niets');
    model.attach(anAttachment());
    sink.broken.send = 'storage-full';
    await model.submit();
    const failed = model.outgoing.value;
    expect(failed).toMatchObject({ state: 'failed', code: 'storage-full' });
    expect(model.draft.value).toMatchObject({ text: 'Opslaan doet niets', attachments: [anAttachment().id] });
    sink.broken.send = undefined;
    await model.submit();
    expect(sink.sent[0]?.id).toBe('prepared' in failed && failed.prepared?.id);
  });

  test('a changed question after a failed send is a new submission', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Opslaan doet niets');
    sink.broken.send = 'storage-full';
    await model.submit();
    const failed = model.outgoing.value;
    model.answer({ text: 'Opslaan doet niets meer' });
    sink.broken.send = undefined;
    await model.submit();
    expect(sink.sent[0]?.id).not.toBe('prepared' in failed && failed.prepared?.id);
    expect(sink.sent[0]?.submission.questions[0]?.text).toBe('Opslaan doet niets meer');
  });

  test('what can not be prepared stays in the form', async () => {
    const { model, sink } = aQuestionsModel();
    sink.broken.prepare = 'session-lost';
    write(model, 'Opslaan doet niets');
    await model.submit();
    expect(model.outgoing.value).toMatchObject({ state: 'failed', code: 'session-lost' });
    expect(model.draft.value?.text).toBe('Opslaan doet niets');
  });

  test('an empty form asks for words and sends nothing', async () => {
    const { model, sink } = aQuestionsModel();
    keep(model, 'Een andere vraag');
    model.begin();
    await model.submit();
    expect(model.refusals.value).toMatchObject([{ code: 'text-missing' }]);
    expect(sink.sent).toEqual([]);
    expect(model.outgoing.value.state).toBe('none');
  });

  test('a text that is too long is refused with its code and stays', async () => {
    const { model } = aQuestionsModel();
    write(model, 'x'.repeat(10_001));
    await model.submit();
    expect(model.refusals.value).toMatchObject([{ code: 'text-too-long', question: model.draft.value?.id }]);
    expect(model.draft.value?.text).toHaveLength(10_001);
  });

  test('a question that another tab is still writing stays behind', async () => {
    const drafts = sharedDrafts();
    const other = aQuestionsModel({ drafts, seed: 2 });
    write(other.model, 'Nog niet af');
    await other.model.flush();
    const { model, sink } = aQuestionsModel({ drafts });
    write(model, 'Wel af');
    await model.submit();
    expect(sink.sent[0]?.submission.questions.map(({ text }) => text)).toEqual(['Wel af']);
    expect(drafts.stored?.questions.map(({ text }) => text)).toEqual(['Nog niet af']);
  });
});

describe('looking at what will be sent', () => {
  test('a part that is taken out is absent from what is sent', async () => {
    const { model, sink } = aQuestionsModel();
    keep(model, 'Eerste');
    keep(model, 'Tweede');
    await model.look();
    const [first] = model.kept.value;
    model.removePart({ kind: 'place', question: first!.id, value: first!.place! });
    model.removePart({ kind: 'environment', value: { app: '', release: '', browser: '', os: '', locale: '', viewport: [0, 0], pixelRatio: 1 } });
    await settle();
    await model.send();
    expect(sink.sent[0]?.submission.questions.map((question) => 'place' in question)).toEqual([false, true]);
    expect(sink.sent[0]?.submission.environment).toBeNull();
  });

  test('the object on the screen is the object that is sent', async () => {
    const { model, sink } = aQuestionsModel();
    keep(model, 'Eerste');
    await model.look();
    const shown = model.outgoing.value;
    await model.send();
    expect('prepared' in shown && shown.prepared).toBe(sink.sent[0]);
  });

  test('a removed question can come back', async () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    keep(model, 'Tweede');
    await model.look();
    model.remove(model.kept.value[0]!.id);
    await settle();
    model.undoRemove();
    await settle();
    const { outgoing } = model;
    expect('prepared' in outgoing.value && outgoing.value.prepared?.submission.questions.map(({ text }) => text)).toEqual(['Eerste', 'Tweede']);
  });

  test('taking the last question out ends the looking', async () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    await model.look();
    model.remove(model.kept.value[0]!.id);
    await settle();
    expect(model.outgoing.value.state).toBe('none');
  });
});

describe('the receipt', () => {
  test('shows a number per question once the receiver has answered', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Opslaan doet niets');
    await model.submit();
    expect(model.outgoing.value).toMatchObject({ state: 'sent', sent: { stage: 'text' } });
    const [sent] = sink.sent;
    const questions = sent!.submission.questions.map(({ id }, index) => ({ id, number: `24-118.${index + 1}` }));
    sink.tell({ id: sent!.id, stage: 'done', percent: 100, reference: '24-118', questions });
    expect(model.outgoing.value).toMatchObject({ sent: { reference: '24-118', questions: [{ number: '24-118.1' }] } });
  });

  test('says nothing any more after it was closed', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Opslaan doet niets');
    await model.submit();
    model.leave();
    sink.tell({ id: sink.sent[0]!.id, stage: 'done', percent: 100, reference: '24-118' });
    expect(model.outgoing.value.state).toBe('none');
  });
});
