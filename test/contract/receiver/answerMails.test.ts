import PostalMime, { type Email } from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDispatcher, LEASE_MS, type Dispatcher } from '../../../demo/receiver/outgoing/dispatcher';
import { mailSender } from '../../../demo/receiver/outgoing/mailSender';
import type { OutgoingStore } from '../../../demo/receiver/outgoingPort';
import type { AnswerMail } from '../../../demo/receiver/callers';
import { takeSupportLink } from '../../../demo/host/supportLink';
import type { OutgoingList } from '../../../demo/receiver/schema/webhook';
import { startMailSink, type MailSink } from '../../support/mailSink';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted, aSubmission, aWireQuestion, nextId } from './wire';

const FROM = 'support@receiver.example';
const ADDRESS = 'sanne@voorbeeldzorg.example';
const URL = 'https://dossier.voorbeeldzorg.example/';
const TEN_MINUTES = 600_000;
const LONG_MS = 8 * 3_600_000;

/** What an operator sets; each test may change it. */
const answerMails = new Map<string, AnswerMail>();

let receiver: ReceiverUnderTest;
let sink: MailSink;
let post: Dispatcher;

beforeAll(async () => {
  receiver = await startReceiver({ answerMails });
});
afterAll(() => receiver.close());
beforeEach(async () => {
  sink = await startMailSink();
  await receiver.behind('delete from outgoing');
  answerMails.clear();
  answerMails.set('voorbeeldzorg', { appUrl: URL });
  post = postTo(sink.url);
});
afterEach(async () => {
  await post.stop();
  await sink.stop();
});

function postTo(smtpUrl: string, store: OutgoingStore = receiver.ports.store): Dispatcher {
  const { clock, log } = receiver.ports;
  const senders = new Map([['mail', mailSender({ smtpUrl, from: FROM }, { store, answerMails })]]);
  return createDispatcher({ store, senders, clock, log, chance: () => 1 });
}
const asker = (email?: unknown, sub?: string): Promise<Caller> =>
  receiver.asker(sub, email === undefined ? {} : { claims: { email } });
/** A question of somebody, as it is called, and a way to answer it. */
async function asked(by: Caller) {
  const question = aWireQuestion({ text: 'kanarie-vraag', client: { scope: 'one', ref: 'kanarie-client' } });
  const { questions } = await accepted(receiver, by, aSubmission(by.owner, { questions: [question] }));
  const answer = async () => {
    const answered = await receiver.put(
      `/v1/agent/questions/${question.id}/replies/${nextId()}`,
      { token: await receiver.agent() },
      { text: 'kanarie-antwoord', status: 'answered' },
    );
    expect(answered.statusCode).toBe(201);
  };
  return { number: questions[0]?.number ?? '', id: question.id, answer };
}
const listed = async (): Promise<OutgoingList['items']> =>
  (await receiver.get('/v1/agent/outgoing', { token: await receiver.agent() })).json<OutgoingList>().items;
const read = (index: number): Promise<Email> => PostalMime.parse(sink.mails[index]?.raw ?? '');
const later = (ms: number): void => {
  receiver.time.now += ms;
};

describe('who asked is told by mail that there is an answer', () => {
  it('once, at the address of the token, with a link and without a word of the question', async () => {
    const { number, answer } = await asked(await asker(ADDRESS));
    await answer();
    await post.deliverDue();
    expect(sink.mails).toMatchObject([{ from: FROM, to: [ADDRESS] }]);
    const mail = await read(0);
    expect(mail.subject).toBe(`Er is een antwoord op je vraag ${number}`);
    expect(mail.text).toContain(`Log in en kijk bij Mijn vragen:\n${URL}`);
    expect(mail.html).toBeUndefined();
    expect(mail.attachments).toEqual([]);
    expect(mail.to).toMatchObject([{ address: ADDRESS }]);
    expect([mail.cc, mail.bcc, mail.replyTo]).toEqual([undefined, undefined, undefined]);
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    const raw = sink.mails[0]?.raw.toString('utf8') ?? '';
    for (const canary of ['kanarie', 'Sanne de Wit', 'Noor', 'Voorbeeldzorg', 'Agenda'])
      expect(raw.includes(canary), canary).toBe(false);
    expect(receiver.logged.join('\n')).not.toContain(ADDRESS);
    expect(await listed()).toMatchObject([{ state: 'done', target: 'mail', event: 'question.answered' }]);
    expect(JSON.stringify(await receiver.behind('select * from outgoing'))).not.toContain(ADDRESS);
    await post.deliverDue();
    expect(sink.mails).toHaveLength(1);
  });

  it.each<[language: 'nl' | 'nl-x-formeel' | 'en', words: string]>([
    ['nl', 'Log in en lees het antwoord'],
    ['nl-x-formeel', 'Log in en lees het antwoord'],
    ['en', 'Log in and read the answer'],
  ])(
    'with a link to the question itself, where the organisation has an address for it (%s)',
    async (language, words) => {
      answerMails.set('voorbeeldzorg', { appUrl: `${URL}?support=vraag:{number}&v={number}`, language });
      const { number, answer } = await asked(await asker(ADDRESS));
      await answer();
      await post.deliverDue();
      const { text = '' } = await read(0);
      const link = `${URL}?support=vraag:${number}&v=${number}`;
      expect(text).toContain(`${words}:\n${link}\n`);
      expect(takeSupportLink(link)).toEqual({ number, rest: `/?v=${number}` }); // as the demo's dossier reads it
      expect(text).not.toContain('kanarie');
    },
  );

  it.each([
    ['nl-x-formeel', 'Er is een antwoord op uw vraag'],
    ['en', 'There is an answer to your question'],
  ] as const)('in the language of the organisation: %s', async (language, subject) => {
    answerMails.set('voorbeeldzorg', { appUrl: URL, language });
    const { number, answer } = await asked(await asker(ADDRESS));
    await answer();
    await post.deliverDue();
    expect((await read(0)).subject).toBe(`${subject} ${number}`);
  });

  it('not where the organisation has not set it, and not without an address', async () => {
    const elders = await asked(await receiver.asker('p-jan', { claims: { org: 'elders', email: ADDRESS } }));
    await elders.answer();
    const without = await asked(await asker(undefined, 'p-zonder'));
    await without.answer();
    expect(await listed()).toEqual([]);
    answerMails.clear();
    const nothingSet = await asked(await asker(ADDRESS));
    await nothingSet.answer();
    expect(await listed()).toEqual([]);
  });

  it('not for a status without words, nor for what they write themselves', async () => {
    const sanne = await asker(ADDRESS);
    const { id } = await asked(sanne);
    const noor = { token: await receiver.agent() };
    await receiver.put(`/v1/agent/questions/${id}/status`, noor, { status: 'inProgress' });
    await receiver.put(`/v1/questions/${id}/messages/${nextId()}`, sanne, {
      schema: 1,
      owner: sanne.owner,
      text: 'Nog iets',
      attachments: [],
    });
    expect(await listed()).toEqual([]);
  });

  it('through the contact person, where the asker has no address and the organisation wants that', async () => {
    answerMails.set('voorbeeldzorg', { appUrl: URL, contactEmail: 'ingrid@voorbeeldzorg.example' });
    const { number, answer } = await asked(await asker(undefined, 'p-zonder'));
    await answer();
    await post.deliverDue();
    expect(sink.mails).toMatchObject([{ to: ['ingrid@voorbeeldzorg.example'] }]);
    expect((await read(0)).subject).toBe(`Er is een antwoord op vraag ${number} van een collega`);
    const own = await asked(await asker(ADDRESS));
    await own.answer();
    await post.deliverDue();
    expect(sink.mails[1]?.to).toEqual([ADDRESS]);
  });

  it('no more when they take their address away, also when a mail was waiting', async () => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    const next = await asked(await asker());
    await post.deliverDue();
    expect(sink.mails).toEqual([]);
    expect(await listed()).toMatchObject([{ state: 'dead', reason: 'no-address', tries: 1 }]);
    await next.answer();
    expect(await listed()).toHaveLength(1);
  });

  it('once for answers that follow each other, and again after ten minutes', async () => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    await answer();
    await post.deliverDue();
    expect(sink.mails).toHaveLength(1);
    await answer();
    await answer();
    await post.deliverDue();
    expect(sink.mails).toHaveLength(1);
    later(TEN_MINUTES + LEASE_MS);
    await post.deliverDue();
    expect(sink.mails).toHaveLength(2);
    const other = await asked(await asker(ADDRESS));
    await other.answer();
    await post.deliverDue();
    expect(sink.mails).toHaveLength(3); // another question has its own
  });
});

describe('a mail that does not arrive', () => {
  it('because the server says 451 comes again later, as the same mail', async () => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    sink.refuse({ at: 'words', by: 451 });
    await post.deliverDue();
    sink.refuse({ at: 'recipient', by: 451 });
    later(LONG_MS);
    await post.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'smtp-451', tries: 2 }]);
    expect(sink.mails).toEqual([]);
    sink.refuse(undefined);
    later(LONG_MS);
    await post.deliverDue();
    const [item] = await listed();
    expect(item).toMatchObject({ state: 'done', tries: 3 });
    expect((await read(0)).messageId).toBe(`<${item?.id}@receiver.example>`);
  });

  it('because the connection broke behind it comes again under the same Message-ID', async () => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    sink.refuse({ at: 'words', by: 'breaking' });
    await post.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'connection-broken' }]);
    sink.refuse(undefined);
    later(LONG_MS);
    await post.deliverDue();
    expect(sink.mails).toHaveLength(2);
    expect((await read(1)).messageId).toBe((await read(0)).messageId);
    expect((await read(1)).date).toBe((await read(0)).date);
  });

  it.each([
    ['recipient', 550],
    ['words', 554],
  ] as const)('because the server refuses the %s with %d is dead at once', async (at, by) => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    sink.refuse({ at, by });
    await post.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'dead', reason: `smtp-${by}`, tries: 1 }]);
  });

  it('because our own password is wrong waits until it is right', async () => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    sink.refuse({ at: 'recipient', by: 530 });
    await post.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'waiting', reason: 'smtp-530' }]);
  });

  it('because there is no server is dead after twenty tries', async () => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    const gone = await startMailSink();
    await gone.stop();
    const nowhere = postTo(gone.url);
    for (let tries = 0; tries < 22; tries += 1) {
      await nowhere.deliverDue();
      later(LONG_MS);
    }
    expect(await listed()).toMatchObject([{ state: 'dead', tries: 20, reason: 'connection-broken' }]);
  });

  it('because the receiver was killed behind it comes again under the same Message-ID', async () => {
    const { answer } = await asked(await asker(ADDRESS));
    await answer();
    let sent = (): void => undefined;
    const isSent = new Promise<void>((resolve) => (sent = resolve));
    const killed = postTo(sink.url, {
      ...receiver.ports.store,
      endTry: () => {
        sent();
        return new Promise(() => undefined);
      },
    });
    void killed.deliverDue();
    await isSent;
    later(LEASE_MS);
    await post.deliverDue();
    expect(sink.mails).toHaveLength(2);
    expect((await read(1)).messageId).toBe((await read(0)).messageId);
  });
});

describe('an address that is more than an address', () => {
  it.each([
    `${ADDRESS}\r\nBcc: iedereen@elders.example`,
    `${ADDRESS}, iedereen@elders.example`,
    `iedereen@elders.example <${ADDRESS}>`,
    `"iedereen@elders.example"@voorbeeldzorg.example`,
    'iedereen%elders.example@voorbeeldzorg.example',
    [ADDRESS, 'iedereen@elders.example'],
    { address: ADDRESS },
    '',
  ])('is none, and keeps nobody out: %j', async (email) => {
    const by = await asker(email, 'p-mallory');
    const { answer } = await asked(by);
    await answer();
    expect(await listed()).toEqual([]);
    expect(await receiver.behind(`select email from person where owner = '${by.owner}'`)).toEqual([{ email: null }]);
  });

  it('is not mailed either when it came into the database another way', async () => {
    const by = await asker(ADDRESS);
    const { answer } = await asked(by);
    await answer();
    await receiver.behind(`update person set email = E'${ADDRESS}\\r\\nBcc: iedereen@elders.example'`);
    await post.deliverDue();
    expect(sink.mails).toEqual([]);
    expect(await listed()).toMatchObject([{ state: 'dead', reason: 'no-address' }]);
  });
});
