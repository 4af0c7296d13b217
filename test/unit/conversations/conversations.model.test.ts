import { describe, expect, test } from 'vitest';
import { disposeModel } from '../../../src/foundation/disposeModel';
import { aConversation, aMessage, anId, aQuestionView, aSubmissionView } from '../../support/builders';
import { aConversationsModel, sharedReplyDrafts, testFeed } from '../../support/conversations';
import { settle } from '../../support/questions';

const answered = aConversation({ status: 'answered' }, aMessage(2));
const aFeed = () =>
  testFeed({
    views: [
      aSubmissionView({
        questions: [aQuestionView(1, { status: 'answered', unread: 1 }), aQuestionView(2, { status: 'closed' })],
      }),
    ],
    conversations: [answered],
  });

describe('the list', () => {
  test('begins with what is open; Alles shows the rest', async () => {
    const { model } = aConversationsModel(aFeed());
    await model.start();
    expect(model.shown.value?.map(({ id }) => id)).toEqual([anId(1)]);
    model.filter.value = 'all';
    expect(model.shown.value).toHaveLength(2);
  });

  test('knows nothing before the first answer, so that nobody reads "geen vragen" too early', () => {
    const { model } = aConversationsModel(aFeed());
    expect(model.rows.value).toBeUndefined();
  });

  test('shows what waits on this device also when the receiver can not be reached', async () => {
    const feed = aFeed();
    feed.broken.read = 'no-answer';
    feed.unsent = [
      { id: anId(501), at: 1000, state: 'queued', questions: [{ id: anId(11), excerpt: 'Nog niet weg' }] },
    ];
    const { model } = aConversationsModel(feed);
    await model.start();
    expect(model.rows.value).toMatchObject([{ status: 'queued', excerpt: 'Nog niet weg' }]);
    expect(model.trouble.value).toBe('offline');
  });

  test('keeps what was shown when reading fails, and says why', async () => {
    const { model, feed } = aConversationsModel(aFeed());
    await model.start();
    feed.broken.read = 'token-expired';
    await model.refresh();
    expect(model.rows.value).toHaveLength(2);
    expect(model.trouble.value).toBe('signedOut');
    feed.broken.read = undefined;
    await model.refresh();
    expect(model.trouble.value).toBeUndefined();
  });

  test('is read again when something changed', async () => {
    const { model, feed } = aConversationsModel(aFeed());
    await model.start();
    feed.views = [aSubmissionView({ questions: [aQuestionView(1, { unread: 3 })] })];
    feed.tell();
    await settle();
    expect(model.unread.value).toBe(3);
  });

  test('listens no more when the widget is destroyed', async () => {
    const { model, feed } = aConversationsModel(aFeed());
    await model.start();
    disposeModel(model);
    feed.views = [];
    feed.tell();
    await settle();
    expect(model.rows.value).toHaveLength(2);
  });
});

describe('a conversation', () => {
  test('is marked as read when it is opened, and the number goes down at once', async () => {
    const { model, feed } = aConversationsModel(aFeed());
    await model.start();
    expect(model.unread.value).toBe(1);
    model.thread.open(anId(1));
    await settle();
    expect(model.unread.value).toBe(0);
    expect(feed.did).toEqual([['read', anId(1), 2]]);
  });

  test('shows nothing of the one before while the next is on its way', async () => {
    const { model } = aConversationsModel(aFeed());
    model.thread.open(anId(1));
    await settle();
    model.thread.open(anId(2));
    expect(model.thread.conversation.value).toBeUndefined();
    await settle();
    expect(model.thread.trouble.value).toBe('denied');
  });

  test('a late answer for the one before is not shown', async () => {
    const { model } = aConversationsModel(aFeed());
    model.thread.open(anId(1));
    model.thread.open(undefined);
    await settle();
    expect(model.thread.conversation.value).toBeUndefined();
  });
});

describe('replying', () => {
  const opened = async (feed = aFeed()) => {
    const all = aConversationsModel(feed);
    all.model.thread.open(anId(1));
    await settle();
    return all;
  };

  test('sends the words, empties the box and shows them below until they have arrived', async () => {
    const { model, feed } = await opened();
    model.thread.type('  Dank je  ');
    await model.thread.reply();
    expect(feed.did).toContainEqual(['reply', anId(1), 'Dank je']);
    expect(model.thread.draft.value).toBe('');
    expect(model.thread.pending.value).toMatchObject([{ text: 'Dank je' }]);
    feed.conversations = [
      aConversation({ status: 'inProgress' }, aMessage(2), aMessage(3, { own: true, content: ['Dank je'] })),
    ];
    feed.tell();
    await settle();
    expect(model.thread.pending.value).toEqual([]);
  });

  test('that fails keeps the words in the box', async () => {
    const { model, feed } = await opened();
    feed.broken.write = 'storage-full';
    model.thread.type('Dank je');
    expect(await model.thread.reply()).toBe(false);
    expect(model.thread.draft.value).toBe('Dank je');
    expect(model.thread.problem.value).toBe('storage-full');
  });

  test('twice in one moment sends once', async () => {
    const { model, feed } = await opened();
    model.thread.type('Dank je');
    await Promise.all([model.thread.reply(), model.thread.reply()]);
    expect(feed.did.filter(([what]) => what === 'reply')).toHaveLength(1);
  });

  test('with nothing but spaces sends nothing', async () => {
    const { model, feed } = await opened();
    model.thread.type('   ');
    expect(await model.thread.reply()).toBe(false);
    expect(feed.did.filter(([what]) => what === 'reply')).toEqual([]);
  });

  test('keeps a draft per question, also after a reload', async () => {
    const drafts = sharedReplyDrafts();
    const before = aConversationsModel(aFeed(), drafts);
    before.model.thread.open(anId(1));
    before.model.thread.type('Half af');
    before.model.thread.open(anId(2));
    expect(before.model.thread.draft.value).toBe('');
    before.clock.pass(400);
    const after = aConversationsModel(aFeed(), drafts);
    await after.model.start();
    after.model.thread.open(anId(1));
    expect(after.model.thread.draft.value).toBe('Half af');
  });
});

describe('closing', () => {
  test('"Ja, afronden" says that it is solved and reads the new status', async () => {
    const { model, feed } = aConversationsModel(aFeed());
    model.thread.open(anId(1));
    await settle();
    feed.conversations = [{ ...answered, status: 'closed' }];
    await model.thread.act('solved', true);
    await settle();
    expect(feed.did).toContainEqual(['solved', anId(1), true]);
    expect(model.thread.conversation.value?.status).toBe('closed');
  });

  test('a failed act says why and changes nothing', async () => {
    const { model, feed } = aConversationsModel(aFeed());
    model.thread.open(anId(1));
    await settle();
    feed.broken.write = 'storage-full';
    expect(await model.thread.act('solved', true)).toBe(false);
    expect(model.thread.problem.value).toBe('storage-full');
    expect(model.thread.conversation.value?.status).toBe('answered');
  });
});
