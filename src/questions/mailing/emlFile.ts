/**
 * Writes a mail that can be opened in a mail program and sent from there: RFC 5322 and MIME, lines of at most 76 characters that end in CRLF.
 * Everything of the person is in base64, so nothing in it can be taken for a header, a boundary or the end of a mail.
 */
import type { Id } from '../../foundation/id';
import { MAIL_HEADER } from '../../protocol/mail';
import { base64, utf8 } from './base64';

/** Something that is attached. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a mail is written from. */
export interface Mail {
  readonly submission: Id;
  /** Empty where the organisation named no address: the person fills it in. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** When it is written, in ms. */
  readonly at: number;
  readonly files: readonly MailFile[];
}

const LINE = 76;
/** Bytes in one encoded word: with the header's name the line stays below 76 characters, and no character is cut in two. */
const WORD_BYTES = 36;

/** Writes the mail. `X-Unsent` makes mail programs open it as something to send. */
export function emlFile({ submission, to, subject, text, at, files }: Mail): string {
  const boundary = `=_${submission}`; // base64 never holds "=_", so it cannot occur in a part
  const parts = [
    [...headers('text/plain; charset=utf-8'), '', ...folded(utf8(withCrlf(text)))],
    ...files.map((file) => [
      ...headers(`${file.type}; name="${plainName(file.name)}"`),
      `Content-Disposition: attachment; filename="${plainName(file.name)}"`,
      '',
      ...folded(file.bytes),
    ]),
  ];
  return [
    ...(to ? [`To: ${oneLine(to)}`] : []),
    `Subject: ${encodedWords(subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    'X-Unsent: 1',
    `${MAIL_HEADER}: ${submission}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed;\r\n boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

const headers = (type: string): readonly string[] => [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64'];

const withCrlf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n');

/** A line end would begin a new header. */
const oneLine = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');

/** Names are made by us; whatever else comes in is left out. */
const plainName = (name: string): string => name.replace(/[^\w.-]/g, '_');

function folded(bytes: Uint8Array): readonly string[] {
  return base64(bytes).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
}

/** Writes a header's text as encoded words (RFC 2047), each on a line of its own. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (utf8(word + character).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${base64(utf8(one))}?=`).join('\r\n ');
}
