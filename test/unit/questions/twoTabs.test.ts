import { describe, expect, test } from 'vitest';
import { aQuestionsModel, keep, recordingSink, settle, sharedDrafts, texts, write } from '../../support/questions';

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
