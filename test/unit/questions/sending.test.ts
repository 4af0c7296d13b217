import { describe, expect, test } from 'vitest';
import { anAttachment } from '../../support/builders';
import { aQuestionsModel, first, keep, settle, sharedDrafts, write } from '../../support/questions';

const unmasked = anAttachment(1, { kind: 'file', redaction: { mode: 'manual', boxes: 0, revealed: [] } });

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
});

describe('pressing twice', () => {
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
});

describe('a send that fails', () => {
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

  test('a store that gives up in the middle leaves the question in the form', async () => {
    const drafts = sharedDrafts();
    const store = drafts.tab();
    const { model } = aQuestionsModel({
      draftStore: { ...store, exclusively: () => Promise.reject(new Error('the lock is gone')) },
    });
    write(model, 'Opslaan doet niets');
    await model.submit();
    expect(model.outgoing.value).toMatchObject({ state: 'failed', code: 'storage-failed' });
    expect(model.draft.value?.text).toBe('Opslaan doet niets');
  });

  test('what can not be prepared stays in the form', async () => {
    const { model, sink } = aQuestionsModel();
    sink.broken.prepare = 'session-lost';
    write(model, 'Opslaan doet niets');
    await model.submit();
    expect(model.outgoing.value).toMatchObject({ state: 'failed', code: 'session-lost' });
    expect(model.draft.value?.text).toBe('Opslaan doet niets');
  });
});

describe('what does not go along', () => {
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
    const question = first(model.kept.value);
    model.removePart({ kind: 'place', question: question.id, value: { label: 'Agenda', route: '' } });
    model.removePart({
      kind: 'environment',
      value: { app: '', release: '', browser: '', os: '', locale: '', viewport: [0, 0], pixelRatio: 1 },
    });
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
    model.remove(first(model.kept.value).id);
    await settle();
    model.undoRemove();
    await settle();
    const { outgoing } = model;
    expect(
      'prepared' in outgoing.value && outgoing.value.prepared?.submission.questions.map(({ text }) => text),
    ).toEqual(['Eerste', 'Tweede']);
  });

  test('taking the last question out ends the looking', async () => {
    const { model } = aQuestionsModel();
    keep(model, 'Eerste');
    await model.look();
    model.remove(first(model.kept.value).id);
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
    const sent = first(sink.sent);
    const questions = sent.submission.questions.map(({ id }, index) => ({ id, number: `24-118.${index + 1}` }));
    sink.tell({ id: sent.id, stage: 'done', percent: 100, reference: '24-118', questions });
    expect(model.outgoing.value).toMatchObject({ sent: { reference: '24-118', questions: [{ number: '24-118.1' }] } });
  });

  test('says nothing any more after it was closed', async () => {
    const { model, sink } = aQuestionsModel();
    write(model, 'Opslaan doet niets');
    await model.submit();
    model.leave();
    sink.tell({ id: first(sink.sent).id, stage: 'done', percent: 100, reference: '24-118' });
    expect(model.outgoing.value.state).toBe('none');
  });
});
