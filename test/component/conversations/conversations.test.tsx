import { afterEach, describe, expect, test } from 'vitest';
import { ConversationList, ConversationThread } from '../../../src/conversations/views';
import { aConversation, aMessage, anId, aQuestionView, aSubmissionView } from '../../support/builders';
import { aConversationsModel, testFeed, type TestFeed } from '../../support/conversations';
import { clear, show } from '../../support/views';

const frame = { titleId: 'title' };
afterEach(clear);

async function list(feed: TestFeed, start = true) {
  const all = aConversationsModel(feed);
  const opened: string[] = [];
  if (start) await all.model.start();
  const screen = await show(
    <ConversationList
      model={all.model}
      frame={frame}
      onOpen={(id) => opened.push(id)}
      onWaiting={(id) => opened.push(`waiting ${id}`)}
      onAsk={() => opened.push('ask')}
    />,
  );
  return { ...all, screen, opened };
}

describe('Mijn vragen', () => {
  const feed = () =>
    testFeed({
      views: [
        aSubmissionView({
          cursor: 2,
          questions: [
            aQuestionView(1, { unread: 1, status: 'answered', excerpt: 'Opslaan doet niets' }),
            aQuestionView(2, { status: 'needsInfo', excerpt: 'Declaratie klopt niet' }),
          ],
        }),
        aSubmissionView({
          id: anId(502),
          cursor: 1,
          questions: [aQuestionView(3, { status: 'closed', excerpt: 'Waar is het zorgplan' })],
        }),
      ],
    });

  test('shows one status per question, also inside a bundle', async () => {
    const { screen } = await list(feed());
    const rows = screen.all('listitem').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Opslaan doet niets');
    expect(rows[0]).toContain('Nieuw antwoord');
    expect(rows[1]).toContain('We wachten op jou');
    expect(rows[1]).toContain('24-118.2');
  });

  test('shows closed questions under Alles', async () => {
    const { screen } = await list(feed());
    expect(screen.text()).not.toContain('Waar is het zorgplan');
    await screen.press('radio', 'Alles');
    expect(screen.text()).toContain('Waar is het zorgplan');
    expect(screen.text()).toContain('Afgerond');
  });

  test('opens a question', async () => {
    const { screen, opened } = await list(feed());
    await screen.press('button', /^Declaratie klopt niet/);
    expect(opened).toEqual([anId(2)]);
  });

  test('says that it is loading, not that there is nothing', async () => {
    const { screen } = await list(feed(), false);
    expect(screen.text()).toContain('Even laden…');
    expect(screen.text()).not.toContain('nog geen vragen');
  });

  test('invites who has asked nothing yet', async () => {
    const { screen, opened } = await list(testFeed());
    expect(screen.text()).toContain('Je hebt nog geen vragen gesteld.');
    await screen.press('button', 'Stel een vraag');
    expect(opened).toEqual(['ask']);
  });

  test('says that nothing is open when everything is closed', async () => {
    const { screen } = await list(
      testFeed({ views: [aSubmissionView({ questions: [aQuestionView(1, { status: 'closed' })] })] }),
    );
    expect(screen.text()).toContain('Er staan geen vragen open.');
  });

  test('shows what waits on this device while offline', async () => {
    const offline = testFeed({
      unsent: [{ id: anId(501), at: 1000, state: 'queued', questions: [{ id: anId(11), excerpt: 'Nog niet weg' }] }],
    });
    offline.broken.read = 'no-answer';
    const { screen } = await list(offline);
    expect(screen.text()).toContain('Je bent offline.');
    expect(screen.find('listitem').textContent).toContain('Wacht op internet');
  });

  test('says what is true of each question on this device, and what to do', async () => {
    const one = (number: number, state: 'held' | 'signedOut' | 'attention') => ({
      id: anId(510 + number),
      at: 1000,
      state,
      questions: [{ id: anId(20 + number), excerpt: `Vraag ${number}` }],
    });
    const { screen, opened } = await list(
      testFeed({ unsent: [one(1, 'held'), one(2, 'signedOut'), one(3, 'attention')] }),
    );
    const rows = screen.all('listitem').map(({ textContent }) => textContent ?? '');
    expect(rows[0]).toContain('Laat dit venster open');
    expect(rows[1]).toContain('Log opnieuw in');
    expect(rows[2]).toContain('Kijk hier even naar');
    expect(rows.join(' ')).not.toMatch(/Wacht op internet|Ontvangen|Bewaard/);
    await screen.press('button', /^Vraag 3/);
    expect(opened).toEqual([`waiting ${anId(513)}`]);
  });

  test('says how far the pictures are, as the receiver has them, without asking it again', async () => {
    const sending = (percent: number) =>
      [{ id: anId(502), at: 1000, state: 'received', media: { percent, isStuck: false }, questions: [] }] as const;
    const known = testFeed({
      views: [aSubmissionView({ id: anId(502), questions: [aQuestionView(3, { excerpt: 'Waar is het zorgplan' })] })],
      unsent: sending(12),
    });
    const { screen } = await list(known);
    known.views = [];
    known.unsent = sending(62);
    known.tell('here');
    await screen.settle();
    expect(screen.find('listitem').textContent).toMatch(/Waar is het zorgplan.*Ontvangen.*Beeld 62% verstuurd/);
  });

  test('offers to try again after a failure, and shows the list when it works', async () => {
    const broken = feed();
    broken.broken.read = 'internal';
    const { screen } = await list(broken);
    expect(screen.text()).toContain('Ophalen lukt nu niet. Er is niets kwijt.');
    broken.broken.read = undefined;
    await screen.press('button', 'Opnieuw proberen');
    expect(screen.all('listitem')).toHaveLength(2);
    expect(screen.text()).not.toContain('Ophalen lukt nu niet');
  });

  test('can still be read after the session is lost', async () => {
    const { screen, feed: lost, model } = await list(feed());
    lost.broken.read = 'token-expired';
    await model.refresh();
    await screen.settle();
    expect(screen.text()).toContain('Je kunt nu alleen lezen. Log in om verder te gaan.');
    expect(screen.all('listitem')).toHaveLength(2);
  });
});

async function thread(...conversations: readonly ReturnType<typeof aConversation>[]) {
  const all = aConversationsModel(testFeed({ conversations }));
  all.model.thread.open(anId(1));
  const screen = await show(<ConversationThread model={all.model} frame={frame} />);
  return { ...all, screen };
}
const answered = aConversation(
  { status: 'answered' },
  aMessage(2, { content: [{ t: 'p', c: ['Vul een ', { t: 'strong', c: ['eindtijd'] }, ' in.'] }] }),
);

describe('a conversation', () => {
  test('shows messages as articles, with who wrote them and when', async () => {
    const { screen } = await thread(answered);
    const articles = screen.all('article').map(({ textContent }) => textContent);
    expect(articles[0]).toContain('Jij');
    expect(articles[0]).toContain('12 maart 2026 10:00');
    expect(articles[1]).toContain('Noor van Cliendo');
    expect(articles[1]).toContain('Vul een eindtijd in.');
    expect(screen.find('heading').textContent).toBe('Vraag 24-118.1');
    expect(screen.text()).toContain('Beantwoord');
  });

  test('shows the picture that came with it, and can show it large', async () => {
    const picture = {
      id: anId(901),
      state: 'available',
      offset: 1,
      size: 1,
      kind: 'screenshot',
      type: 'image/png',
    } as const;
    const { screen } = await thread(aConversation({}, aMessage(2, { attachments: [picture] })));
    expect(screen.all('button', 'Groter bekijken: Screenshot 1')).toHaveLength(1);
  });

  test('says when a picture is no longer there', async () => {
    const picture = {
      id: anId(901),
      state: 'erased',
      offset: 0,
      size: 1,
      kind: 'screenshot',
      type: 'image/png',
    } as const;
    const { screen } = await thread(aConversation({}, aMessage(2, { attachments: [picture] })));
    expect(screen.text()).toContain('Dit beeld is er niet meer.');
  });

  test('sends a reply by Ctrl+Enter and shows it at once', async () => {
    const { screen, feed } = await thread(answered);
    await screen.type('Je reactie', 'Dat werkt, dank je');
    await screen.key('Enter', { ctrlKey: true });
    expect(feed.did).toContainEqual(['reply', anId(1), 'Dat werkt, dank je']);
    expect((screen.find('textbox', 'Je reactie') as HTMLTextAreaElement).value).toBe('');
    expect(screen.text()).toContain('Dat werkt, dank je');
    expect(screen.text()).not.toContain('Je reactie is bewaard.');
    feed.unsentReplies = [{ id: anId(801), question: anId(1), state: 'queued', text: 'Dat werkt, dank je' }];
    feed.tell('here');
    await screen.settle();
    expect(screen.text()).toContain('Je reactie is bewaard. We sturen hem zodra het kan.');
  });

  test('says what to do about a reply that goes no further, and tries it again', async () => {
    const { screen, feed } = await thread(answered);
    feed.unsentReplies = [{ id: anId(801), question: anId(1), state: 'attention', text: 'Dat werkt, dank je' }];
    feed.tell('here');
    await screen.settle();
    expect(screen.text()).toContain('Deze reactie kan zo niet mee.');
    await screen.press('button', 'Opnieuw proberen');
    expect(feed.did).toContainEqual(['retry', anId(801)]);
  });

  test('says which part did not arrive and tries that again', async () => {
    const { screen, feed, model } = await thread(answered);
    const submission = answered.submission;
    feed.unsent = [
      { id: submission, at: 1000, state: 'received', media: { percent: 40, isStuck: false }, questions: [] },
    ];
    feed.tell('here');
    await screen.settle();
    expect(screen.find('progressbar').getAttribute('value')).toBe('40');
    feed.unsent = [
      { id: submission, at: 1000, state: 'received', media: { percent: 40, isStuck: true }, questions: [] },
    ];
    feed.tell('here');
    await screen.settle();
    expect(screen.text()).toContain('Een bijlage kwam niet aan. De tekst is wel ontvangen.');
    await screen.press('button', 'Opnieuw proberen');
    expect(feed.did).toContainEqual(['retry', submission]);
    expect(model.thread.trouble.value).toBeUndefined();
  });

  test('keeps a reply that could not be saved in its box', async () => {
    const { screen, feed } = await thread(answered);
    feed.broken.write = 'storage-full';
    await screen.type('Je reactie', 'Dat werkt, dank je');
    await screen.press('button', 'Reactie versturen');
    expect((screen.find('textbox', 'Je reactie') as HTMLTextAreaElement).value).toBe('Dat werkt, dank je');
    expect(screen.find('alert').textContent).toContain('weinig ruimte');
  });

  test('asks whether the question is answered; Ja closes it', async () => {
    const { screen, feed } = await thread(answered);
    expect(screen.text()).toContain('Is je vraag beantwoord?');
    feed.conversations = [{ ...answered, status: 'closed' }];
    await screen.press('button', 'Ja, afronden');
    expect(feed.did).toContainEqual(['solved', anId(1), true]);
    expect(screen.all('textbox')).toEqual([]);
    expect(screen.all('button', 'Toch nog een vraag? Open hem weer')).toHaveLength(1);
  });

  test('does not ask again after Nee', async () => {
    const { screen, feed } = await thread(answered);
    await screen.press('button', 'Nee, nog niet');
    expect(feed.did).toContainEqual(['answered', anId(1), false]);
    expect(screen.text()).not.toContain('Is je vraag beantwoord?');
    expect(screen.all('textbox', 'Je reactie')).toHaveLength(1);
  });

  test('that is closed can be opened again', async () => {
    const { screen, feed } = await thread({ ...answered, status: 'closed' });
    await screen.press('button', 'Toch nog een vraag? Open hem weer');
    expect(feed.did).toContainEqual(['reopen', anId(1), undefined]);
  });

  test('can not be answered after the session is lost, but what was read stays', async () => {
    const { screen, feed, model } = await thread(answered);
    feed.broken.read = 'session-lost';
    await model.refresh();
    await screen.settle();
    expect(screen.all('textbox')).toEqual([]);
    expect(screen.all('article')).toHaveLength(2);
    expect(screen.text()).toContain('Je kunt nu alleen lezen.');
  });

  test('of somebody else is not shown', async () => {
    const { screen } = await thread();
    expect(screen.text()).toContain('Hier heb je geen toegang toe.');
  });
});
