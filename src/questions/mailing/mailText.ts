import type { Translate } from '../../locale/createTranslate';
import { subjectToken, tieLine } from '../../protocol/mail';
import type { Question } from '../../protocol';
import { KINDS } from '../kinds';
import { wellFormed } from './base64';
import { SCREEN_PARTS } from '../screenParts';
import { tieOf, type Waiting } from './mailed';

/** Names the mail: no word of the person, because a subject is read in lists and on locked screens. */
export const mailSubject = ({ id }: Waiting, t: Translate): string => `${t('mail.subject')} ${subjectToken(id)}`;

/** Writes the whole of it: every question in the person's own words, complete. */
export function mailText(waiting: Waiting, t: Translate): string {
  const { questions } = waiting.submission;
  const tie = tieOf(waiting);
  return [
    t('mail.intro'),
    ...questions.flatMap((question, index) => [
      '',
      ...(questions.length > 1 ? [t('mail.item', { i: index + 1, n: questions.length })] : []),
      ...questionLines(question, t),
    ]),
    '',
    '-- ', // mail programs take what follows for a signature, and leave it where it is
    t('mail.keep'),
    ...(tie ? [tieLine(tie)] : []),
  ].join('\n');
}

function questionLines({ kind, place, text, whiteScreen, fields }: Question, t: Translate): readonly string[] {
  const named = (label: string, value: string | undefined): readonly string[] => (value ? [`${label} ${value}`] : []);
  const about = [t(KINDS[kind].name), place?.label, place?.element].filter(Boolean).join(' · ');
  return [
    about,
    ...(text ? [text] : []),
    ...named(t('q.white.which'), whiteScreen && whiteText(whiteScreen.parts, t)),
    ...named(t('q.since'), fields['since']),
    ...named(t('q.tried'), fields['tried']),
  ];
}

const whiteText = (parts: readonly number[], t: Translate): string =>
  parts.length === SCREEN_PARTS.length
    ? t('q.white.all')
    : parts.map((one) => t(SCREEN_PARTS[one - 1] ?? 'part.middle')).join(', ') || t('q.white.yes');

/** Characters of an address that every mail program takes. */
const MAILTO_LIMIT = 1_800;

/** Gives the address that begins a mail with the whole text; nothing when it would not fit: it is never cut. */
export function mailtoLink({
  to,
  subject,
  text,
}: {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}): string | undefined {
  const body = wellFormed(text).replace(/\r\n|\r|\n/g, '\r\n');
  if (body.length > MAILTO_LIMIT) return undefined;
  const link = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return link.length <= MAILTO_LIMIT ? link : undefined;
}
