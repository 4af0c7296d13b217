import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MAILED,
  problemName,
  subjectToken,
  tieLine,
  type AgentQuestion,
  type InboxPage,
  type MailJoined,
  type Problem,
  type Submission,
  type SubmissionView,
} from '../../../src/protocol/index';
import { emlFile } from '../../../src/questions/mailing/emlFile';
import { utf8 } from '../../../src/questions/mailing/base64';
import { mailedSubmission } from '../../../src/questions/mailing/mailed';
import { mailSubject, mailText } from '../../../src/questions/mailing/mailText';
import { dutchTexts } from '../../support/waiting';
import { startReceiver, type Caller, type ReceiverUnderTest } from './receiverUnderTest';
import { aPng, aSubmission, aWireQuestion, manifestOf, nextId } from './wire';

let receiver: ReceiverUnderTest;
let sanne: Caller;
let noor: { readonly token: string };

beforeAll(async () => {
  receiver = await startReceiver();
  sanne = await receiver.asker();
  noor = { token: await receiver.agent() };
  await receiver.put(`/v1/submissions/${nextId()}`, sanne, aSubmission(sanne.owner)); // she was here before
});
afterAll(() => receiver.close());

const importMail = (mail: string | Uint8Array, organisation = 'voorbeeldzorg') =>
  receiver.send({
    method: 'POST',
    url: `/v1/agent/mails?organisation=${organisation}`,
    headers: { authorization: `Bearer ${noor.token}`, 'content-type': 'message/rfc822' },
    payload: Buffer.from(mail),
  });

const refusal = (answer: Awaited<ReturnType<typeof importMail>>) => [
  answer.statusCode,
  problemName(answer.json<Problem>().type),
];

/** The mail as the widget writes it. */
function aMail(id: Submission['device'], submission: Submission): string {
  const waiting = { id, submission };
  return emlFile({
    submission: id,
    to: 'support@voorbeeldzorg.example',
    subject: mailSubject(waiting, dutchTexts),
    text: mailText(waiting, dutchTexts),
    at: receiver.time.now,
    files: [{ ...MAILED, bytes: utf8(JSON.stringify(mailedSubmission(waiting))) }],
  });
}

const open = async (question: string): Promise<AgentQuestion> =>
  (await receiver.get(`/v1/agent/questions/${question}`, noor)).json<AgentQuestion>();

/** Words that stand in the inbox once, whatever came first. */
async function inInbox(words: string): Promise<number> {
  const { items } = (await receiver.get('/v1/agent/questions?filter=all', noor)).json<InboxPage>();
  return items.filter(({ excerpt }) => excerpt.includes(words)).length;
}

const two = (words: string): readonly [Submission['device'], Submission] => [
  nextId(),
  aSubmission(sanne.owner, {
    questions: [
      aWireQuestion({ text: `${words} eerst: € 12 voor ë 🙂`, client: { scope: 'one', ref: '#10432' } }),
      aWireQuestion({ text: `${words} daarna\nop twee regels` }),
    ],
  }),
];

describe('a mail that comes in', () => {
  it('becomes the question that the device could not send, which says that its sender is not proved', async () => {
    const [id, submission] = two('Alleen gemaild');
    const answer = await importMail(aMail(id, submission));
    expect(answer.statusCode).toBe(201);
    expect(answer.json<MailJoined>()).toEqual({ id, reference: expect.stringMatching(/^24-\d+$/) });
    for (const { id: question, text } of submission.questions) {
      const found = await open(question);
      expect([found.question.text, found.byMail]).toEqual([text, true]);
    }
    const { questions } = (await receiver.get(`/v1/submissions/${id}`, sanne)).json<SubmissionView>();
    expect(questions.map((one) => one.id)).toEqual(submission.questions.map((one) => one.id));
  });

  it('is one question with what the device sends later, under the same number, with its picture', async () => {
    const [id, words] = two('Eerst de mail');
    await importMail(aMail(id, words));
    const first = (await receiver.get(`/v1/submissions/${id}`, sanne)).json<SubmissionView>();
    const picture = manifestOf(aPng(300));
    const [one, other] = words.questions;
    const whole = {
      ...words,
      questions: [{ ...(one ?? aWireQuestion()), attachments: [picture.id] }, other ?? aWireQuestion()],
      attachments: [picture],
    };
    const later = await receiver.put(`/v1/submissions/${id}`, sanne, whole);
    expect(later.statusCode).toBe(201);
    expect(later.json<SubmissionView>()).toMatchObject({
      reference: first.reference,
      delivery: 'received',
      attachments: [{ id: picture.id }],
    });
    expect(later.json<SubmissionView>().questions.map(({ number }) => number)).toEqual(
      first.questions.map(({ number }) => number),
    );
    expect((await open(whole.questions[0]?.id ?? '')).question.client).toEqual({ scope: 'one', ref: '#10432' });
    expect(await open(whole.questions[0]?.id ?? '')).not.toHaveProperty('byMail');
    expect((await receiver.put(`/v1/submissions/${id}`, sanne, whole)).statusCode).toBe(200);
    expect((await receiver.put(`/v1/submissions/${id}`, sanne, words)).statusCode).toBe(409);
    expect(await inInbox('Eerst de mail')).toBe(2);
  });

  it('joins what the device sent before, and changes nothing of it', async () => {
    const [id, submission] = two('Eerst het apparaat');
    await receiver.put(`/v1/submissions/${id}`, sanne, submission);
    const changed = { ...submission, questions: [aWireQuestion({ text: 'Iets heel anders' })] };
    expect((await importMail(aMail(id, changed))).statusCode).toBe(200);
    expect(await inInbox('Eerst het apparaat')).toBe(2);
    expect(await inInbox('Iets heel anders')).toBe(0);
  });

  it('is one question however often it is brought in', async () => {
    const [id, submission] = two('Drie keer');
    const all = await Promise.all([1, 2, 3].map(() => importMail(aMail(id, submission))));
    expect(all.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
    expect(await inInbox('Drie keer')).toBe(2);
  });

  it('is found by its last line alone, when a mail program took off the rest; the device adds what was lost', async () => {
    const [id, submission] = two('Zonder bestand');
    const [first] = submission.questions;
    const text = `Mijn eigen mail.\n\n> Zonder bestand\n\n-- \n> ${tieLine({ submission: id, question: first?.id ?? id, owner: sanne.owner })}`;
    const mail = await written({ from: 'sanne@voorbeeld.example', subject: 'Fwd: iets', text });
    expect((await importMail(mail)).statusCode).toBe(201);
    expect((await open(first?.id ?? '')).question.text).toBe('Mijn eigen mail.\n\n> Zonder bestand');
    expect((await receiver.put(`/v1/submissions/${id}`, sanne, submission)).statusCode).toBe(201);
    const { questions } = (await receiver.get(`/v1/submissions/${id}`, sanne)).json<SubmissionView>();
    expect(questions.map((one) => one.id)).toEqual(submission.questions.map((one) => one.id));
    expect((await open(first?.id ?? '')).question.text).toBe(first?.text);
  });

  it('joins by its subject alone when the question is here', async () => {
    const [id, submission] = two('Alleen onderwerp');
    await receiver.put(`/v1/submissions/${id}`, sanne, submission);
    const mail = await written({
      from: 'a@b.example',
      subject: `RE: Vraag ${subjectToken(id)}`,
      text: 'Komt er nog wat?',
    });
    expect((await importMail(mail)).statusCode).toBe(200);
  });
});

/** A mail that was written by a program that is not ours. */
async function written(mail: {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly { readonly filename: string; readonly content: string | Buffer }[];
}): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const sent = await transport.sendMail({
    ...mail,
    to: 'support@voorbeeldzorg.example',
    attachments: [...(mail.attachments ?? [])],
  });
  return sent.message as Buffer; // `buffer: true`
}

describe('a hostile mail', () => {
  const asFile = (content: string | Buffer, more: { subject?: string; text?: string } = {}) =>
    written({
      from: 'x@elders.example',
      subject: 'Vraag',
      text: 'Tekst',
      ...more,
      attachments: [{ filename: MAILED.name, content }],
    });
  const good = (change: Partial<Submission> = {}) =>
    mailedSubmission({ id: nextId(), submission: aSubmission(sanne.owner, change) });
  const stranger = 's'.repeat(43);

  it.each<[string, number, string, () => Promise<string | Buffer>]>([
    ['is no mail', 404, 'not-found', async () => Buffer.from([0, 255, 1, 2, 3])],
    ['is empty', 404, 'not-found', async () => ' '],
    ['belongs to nothing', 404, 'not-found', () => written({ from: 'a@b.example', subject: 'Hoi', text: 'Hallo' })],
    [
      'speaks for nobody that we know',
      404,
      'not-found',
      () => asFile(JSON.stringify({ ...good(), submission: aSubmission(stranger) })),
    ],
    ['holds no JSON', 400, 'malformed', () => asFile('{')],
    [
      'holds a NUL',
      400,
      'malformed',
      () => asFile(JSON.stringify(good({ questions: [aWireQuestion({ text: 'a\0b' })] }))),
    ],
    [
      'holds a member that is not known',
      400,
      'unknown-member',
      () => asFile(JSON.stringify({ ...good(), isAdmin: true })),
    ],
    ['pollutes a prototype', 400, 'unknown-member', () => asFile('{"__proto__":{"a":1}}')],
    [
      'promises bytes',
      415,
      'content-mismatch',
      () =>
        asFile(
          JSON.stringify({ ...good(), submission: aSubmission(sanne.owner, { attachments: [manifestOf(aPng(100))] }) }),
        ),
    ],
    [
      'says two things about where it belongs',
      415,
      'content-mismatch',
      () => asFile(JSON.stringify(good()), { subject: subjectToken(nextId()) }),
    ],
    [
      'speaks for two people',
      415,
      'content-mismatch',
      async () => {
        const mailed = good();
        return asFile(JSON.stringify(mailed), {
          text: tieLine({ submission: mailed.id, question: nextId(), owner: stranger }),
        });
      },
    ],
    [
      'has words that are too long',
      400,
      'malformed',
      () => asFile(JSON.stringify(good({ questions: [aWireQuestion({ text: 'x'.repeat(10_001) })] }))),
    ],
    [
      'has no words',
      422,
      'invalid-question',
      async () =>
        written({
          from: 'a@b.example',
          subject: 'x',
          text: `-- \n${tieLine({ submission: nextId(), question: nextId(), owner: sanne.owner })}`,
        }),
    ],
    ['is very deep', 400, 'malformed', async () => deep(200)],
  ])('that %s is refused with %i %s', async (_name, status, problem, mail) => {
    const before = await receiver.behind('select count(*)::int as n from submission');
    expect(refusal(await importMail(await mail()))).toEqual([status, problem]);
    expect(await receiver.behind('select count(*)::int as n from submission')).toEqual(before);
  });

  it('cannot take a question of another organisation, nor be brought into one', async () => {
    const [id, submission] = two('Van hier');
    await receiver.put(`/v1/submissions/${id}`, sanne, submission);
    expect(refusal(await importMail(aMail(id, submission), 'elders'))).toEqual([409, 'submission-conflict']);
    const [fresh, other] = two('Naar elders');
    expect(refusal(await importMail(aMail(fresh, other), 'elders'))).toEqual([404, 'not-found']);
  });

  it('cannot keep its owner from sending the real question', async () => {
    const [id, real] = two('De echte vraag');
    const forged = { ...real, questions: [aWireQuestion({ text: 'Vervalst' })] };
    expect((await importMail(aMail(id, forged))).statusCode).toBe(201);
    expect((await receiver.put(`/v1/submissions/${id}`, sanne, real)).statusCode).toBe(201);
    expect(await inInbox('De echte vraag')).toBe(2);
  });

  it('is not taken from somebody who asks', async () => {
    const answer = await receiver.send({
      method: 'POST',
      url: '/v1/agent/mails?organisation=voorbeeldzorg',
      headers: { authorization: `Bearer ${sanne.token}`, 'content-type': 'message/rfc822' },
      payload: 'x',
    });
    expect(answer.statusCode).toBe(401);
  });
});

const deep = (levels: number): string => {
  const open = Array.from(
    { length: levels },
    (_none, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  return `Subject: x\r\n${open.join('')}Content-Type: text/plain\r\n\r\nx`;
};
