import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../src/foundation/result';
import { MAILED, readTie, type MailContent, type MailedSubmission } from '../../../src/protocol';
import { mailablePictures, mailedSubmission, PICTURE_BYTES, type Waiting } from '../../../src/questions/mailing/mailed';
import { MailingModel } from '../../../src/questions/mailing/mailing.model';
import { mailSubject, mailText, mailtoLink } from '../../../src/questions/mailing/mailText';
import type { Standing } from '../../../src/questions/mailing/ports';
import { anAttachment, anId, manualClock } from '../../support/builders';
import { aWaiting, aWaitingQuestion, dutchTexts as t } from '../../support/waiting';

const CANARIES = /REF-10432|STAP-|FOUT-|VERZOEK/;

describe('the text of a mail', () => {
  it('holds every question of a bundle, whole, in order', () => {
    const texts = [1, 2, 3].map((one) => `Vraag ${one} ${'ë€🙂 regel\n'.repeat(1000)}`);
    const waiting = aWaiting({ questions: texts.map((text, index) => aWaitingQuestion(index + 1, { text })) });
    const whole = mailText(waiting, t);
    const places = texts.map((text) => whole.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(whole).toContain('Vraag 2 van 3');
    expect(whole.length).toBeGreaterThan(20_000);
  });

  it('says what was filled in beside it', () => {
    const fields = { since: 'gisteren', tried: 'opnieuw ingelogd' };
    const whole = mailText(aWaiting({ questions: [aWaitingQuestion(1, { fields, whiteScreen: { parts: [1] } })] }), t);
    expect(whole).toContain('Er gaat iets mis · Agenda › Week');
    expect(whole).toContain('Sinds wanneer? gisteren');
    expect(whole).toContain('Wat heb je al geprobeerd? opnieuw ingelogd');
    expect(whole).toContain('Welk deel is wit? linksboven');
  });

  it('ties itself to the question in its last line', () => {
    const waiting = aWaiting();
    expect(readTie(mailText(waiting, t))).toEqual({
      submission: waiting.id,
      question: anId(1),
      owner: waiting.submission.owner,
    });
  });

  it('holds no reference of a client and nothing that the page noticed, which the question itself does hold', () => {
    const waiting = aWaiting();
    expect(JSON.stringify(waiting)).toMatch(CANARIES); // the control
    expect(mailText(waiting, t)).not.toMatch(CANARIES);
    expect(JSON.stringify(mailedSubmission(waiting))).not.toMatch(CANARIES);
  });

  it('has a subject without a word of the person', () => {
    expect(mailSubject(aWaiting(), t)).toBe(`Vraag over Cliendo [${anId(500)}]`);
  });
});

describe('a short mail', () => {
  const mail = { to: 'info@voorbeeld.example', subject: 'Vraag' };

  it('opens with the whole text, line by line', () => {
    const link = mailtoLink({ ...mail, text: 'Eén & twee?\nDrie €' });
    const { pathname, searchParams } = new URL(link ?? '');
    expect(pathname).toBe('info@voorbeeld.example');
    expect(searchParams.get('body')).toBe('Eén & twee?\r\nDrie €');
  });

  it.each([
    ['of 1,700 letters fits', 'a'.repeat(1700), true],
    ['of 1,801 letters does not', 'a'.repeat(1801), false],
    ['of few letters that take many characters does not', '€'.repeat(300), false],
  ])('%s: it is never cut', (_name, text, fits) => {
    const link = mailtoLink({ ...mail, text });
    expect(link !== undefined).toBe(fits);
    if (link) expect(new URL(link).searchParams.get('body')).toBe(text);
  });
});

describe('pictures', () => {
  const submission = aWaiting({
    attachments: [
      anAttachment(1),
      anAttachment(2, { redaction: { mode: 'manual', boxes: 0, revealed: [] } }),
      anAttachment(3, { kind: 'recording', type: 'video/webm', name: 'opname-1.webm' }),
      anAttachment(4, { size: PICTURE_BYTES }),
      anAttachment(5),
    ],
  }).submission;

  it.each<[MailContent, readonly number[]]>([
    ['off', []],
    ['text-only', []],
    ['redacted', [1, 5]],
  ])('with %s that may go: only what was masked by us, as far as there is room', (content, numbers) => {
    expect(mailablePictures(submission, content).map(({ id }) => id)).toEqual(numbers.map((one) => anId(1000 + one)));
  });
});

describe('the other ways', () => {
  const PNG = Uint8Array.from([137, 80, 78, 71]);

  async function open(change: { waiting?: Waiting | undefined; content?: MailContent; copies?: boolean } = {}) {
    const waiting = 'waiting' in change ? change.waiting : aWaiting({ attachments: [anAttachment()] });
    const seen: { saved: [string, string][]; copied: string[]; again: number } = { saved: [], copied: [], again: 0 };
    let tell: (standing: Standing | undefined) => void = () => undefined;
    const model = new MailingModel({
      desk: {
        follow(listener) {
          tell = listener;
          return () => undefined;
        },
        read: async () => succeed(waiting),
        picture: async () => PNG.buffer,
        async sendAgain() {
          seen.again += 1;
        },
      },
      device: {
        async copy(text) {
          seen.copied.push(text);
          return change.copies ?? true;
        },
        save: (name, content) => void seen.saved.push([name, content]),
      },
      rules: { content: change.content ?? 'text-only', to: '' },
      clock: manualClock(),
    });
    await model.start();
    return { model, seen, tell: (standing: Standing | undefined) => tell(standing) };
  }
  const words = { subject: 'Vraag', text: 'Hele tekst', name: 'vraag.eml' };

  it('give a file with the words and the question as data, without pictures unless they may go', async () => {
    const { model, seen } = await open();
    await model.save(words);
    const [[name, file] = ['', '']] = seen.saved;
    const mail = await simpleParser(file);
    expect([name, mail.text]).toEqual(['vraag.eml', 'Hele tekst']);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([MAILED.name]);
    const mailed = JSON.parse(mail.attachments[0]?.content.toString() ?? '') as MailedSubmission; // what the model wrote
    expect(mailed).toEqual(mailedSubmission(aWaiting({ attachments: [anAttachment()] })));
    expect(model.outcome.value).toBe('saved');
  });

  it('give a masked screenshot along where host and organisation allow it', async () => {
    const { model, seen } = await open({ content: 'redacted' });
    await model.save(words);
    const { attachments } = await simpleParser(seen.saved[0]?.[1] ?? '');
    expect(attachments.map(({ filename }) => filename)).toEqual([MAILED.name, 'screenshot-1.png']);
    expect(attachments[1]?.content.equals(PNG)).toBe(true);
  });

  it('give no file where mail is off', async () => {
    const { model, seen } = await open({ content: 'off' });
    await model.save(words);
    expect(seen.saved).toEqual([]);
  });

  it('say that copying did not work', async () => {
    const { model } = await open({ copies: false });
    await model.copy('tekst');
    expect(model.outcome.value).toBe('notCopied');
  });

  it('try again once, however often it is pressed meanwhile', async () => {
    const { model, seen } = await open();
    await Promise.all([model.sendAgain(), model.sendAgain()]);
    expect([seen.again, model.busy.value]).toEqual([1, undefined]);
  });

  it('say that the question went, or is not there any more', async () => {
    const { model, tell } = await open({ waiting: undefined });
    expect(model.words.value).toEqual({ state: 'gone' });
    tell({ state: 'received', reference: '26-1' });
    expect(model.standing.value).toEqual({ state: 'received', reference: '26-1' });
  });

  it('say that the words are closed while nobody is signed in', async () => {
    const model = new MailingModel({
      desk: {
        follow: () => () => undefined,
        read: async () => fail({ code: 'session-lost', message: 'nobody' }),
        picture: async () => undefined,
        sendAgain: async () => undefined,
      },
      device: { copy: async () => true, save: () => undefined },
      rules: { content: 'text-only', to: '' },
      clock: manualClock(),
    });
    await model.start();
    expect(model.words.value).toEqual({ state: 'closed' });
  });
});
