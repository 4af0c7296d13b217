import naughty from 'big-list-of-naughty-strings';
import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { MAIL_HEADER, MAILED, readSubject, readTie, subjectToken, tieLine } from '../../../src/protocol';
import { base64, utf8 } from '../../../src/questions/mailing/base64';
import { emlFile, type Mail } from '../../../src/questions/mailing/emlFile';
import { anId } from '../../support/builders';

const aMail = (change: Partial<Mail> = {}): Mail => ({
  submission: anId(500),
  to: 'info@voorbeeld.example',
  subject: `Vraag over Cliendo ${subjectToken(anId(500))}`,
  text: 'Opslaan doet niets.',
  at: Date.UTC(2026, 2, 12, 9),
  files: [],
  ...change,
});

/** A reader that we did not write. It gives line ends of its own. */
const read = (mail: Mail): Promise<ParsedMail> => simpleParser(emlFile(mail));
const lines = (text: string): string => text.replace(/\r\n|\r/g, '\n');

const LONG = Array.from(
  { length: 700 },
  (_none, index) => `${index}. Mevrouw belt: de reëel geïnde eigen bijdrage is € 12,50 🙂👩‍⚕️.`,
).join('\n');

/** What a person may type that a mail could trip over. */
const HOSTILE: readonly string[] = [
  LONG,
  '.\n..\n.\r\n\r\n.',
  'From here on\n>From there',
  '--=_\n--=_00000000-0000-4000-8000-000000000000--',
  'Subject: iets anders\r\nBcc: iedereen@elders.example\r\n\r\nnieuw',
  '=?UTF-8?B?aGFsbG8=?=',
  'a=20b=\nc=3D',
  'x'.repeat(30_000),
  '\t begin en einde met wit \t',
  '\n\nbegin met lege regels',
  'e\u0301\u200b\u202e\ufeff\u00ad\u2028',
  '𝕬𝖇𝖈 — “aanhaling” … Ĳssel',
  ...(naughty as readonly string[]).filter((text) => text.trim() !== '' && !/[\0\p{Surrogate}]/u.test(text)), // the package is a JSON file with texts
];

describe('a mail as a file', () => {
  it.each(HOSTILE.map((text, index) => [index, text] as const))('carries text %i whole', async (_index, text) => {
    const mail = await read(aMail({ text }));
    expect(mail.text).toBe(lines(text));
    expect(mail.attachments).toEqual([]);
    expect([...mail.headers.keys()]).not.toContain('bcc');
  });

  it('is tried with hundreds of texts, one of more than 20,000 characters', () => {
    expect(HOSTILE.length).toBeGreaterThan(300);
    expect(LONG.length).toBeGreaterThan(20_000);
  });

  it('is plain ASCII in lines of at most 76 characters that end in CRLF', () => {
    const file = emlFile(aMail({ text: LONG, subject: `Vraag over Zorg­één Café € ${'é'.repeat(200)}` }));
    expect(file).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.split('\r\n').filter((line) => line.length > 76)).toEqual([]);
  });

  it('opens as something to send, and says to which question it belongs in header and subject', async () => {
    const mail = await read(aMail());
    expect(mail.headers.get('x-unsent')).toBe('1');
    expect(mail.headers.get(MAIL_HEADER.toLowerCase())).toBe(anId(500));
    expect(readSubject(mail.subject ?? '')).toBe(anId(500));
    expect(mail.date).toEqual(new Date(Date.UTC(2026, 2, 12, 9)));
    expect(mail.to).toMatchObject({ text: 'info@voorbeeld.example' });
  });

  it('keeps a subject with every kind of letter', async () => {
    const subject = `Vraag over Thuiszorg “Één” – € ${'👩‍⚕️é'.repeat(40)}`;
    expect((await read(aMail({ subject }))).subject).toBe(subject);
  });

  it('has no receiver where there is no address, and takes no header from one', async () => {
    expect((await read(aMail({ to: '' }))).to).toBeUndefined();
    const mail = await read(aMail({ to: 'a@b.example\r\nBcc: c@d.example' }));
    expect([...mail.headers.keys()]).not.toContain('bcc');
  });

  it('carries files byte for byte, under names that no program can trip over', async () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_none, index) => (index * 31) % 256);
    const whole = { ...MAILED, bytes: utf8('{"één":"€"}') };
    const { attachments } = await read(
      aMail({ files: [whole, { name: '../mevrouw"\r\nX: y.png', type: 'image/png', bytes }] }),
    );
    expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [MAILED.name, MAILED.type],
      ['.._mevrouw___X__y.png', 'image/png'],
    ]);
    expect(attachments[0]?.content.toString()).toBe('{"één":"€"}');
    expect(attachments[1]?.content.equals(bytes)).toBe(true);
  });
});

describe('base64', () => {
  it.each(['', 'a', 'ab', 'abc', 'abcd', 'ë€🙂', '\ud800half'])('of %j is what the platform makes', (text) => {
    expect(base64(utf8(text))).toBe(Buffer.from(text).toString('base64'));
  });
});

describe('the last line', () => {
  const tie = { submission: anId(1), question: anId(2), owner: 'q'.repeat(43) };

  it.each(['', '> ', '>> ', '| '])('is found behind %j', (mark) => {
    expect(readTie(`Hoi\n${mark}${tieLine(tie)}\nGroet`)).toEqual(tie);
  });

  it.each([
    'cliendo-support:',
    tieLine({ ...tie, owner: 'q'.repeat(44) }),
    tieLine({ ...tie, owner: 'kort' }),
    'niets',
  ])('is not found in %j', (text) => expect(readTie(text)).toBeUndefined());
});
