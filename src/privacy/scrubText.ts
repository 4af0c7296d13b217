/** What is known on the device about the page that is open. */
export interface ScrubContext {
  /** Names of the open client (`privacy.names`). Used here, never sent. */
  readonly names: readonly string[];
}

const NINE_DIGITS = /(?<![\d.,-])\d(?:[ .-]?\d){7,8}(?![\d-])/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = /(?<![\w+.-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ -]?\d){8}(?![\d-])/g;
const MONTHS = 'jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec';
const DAY_FIRST = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-/. ])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/g;
const YEAR_FIRST = /(?<!\d)(?:19|20)\d\d([-/.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)/g;
const IN_WORDS = new RegExp(
  `(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])\\.? (?:${MONTHS})\\p{L}*\\.? (?:19|20)\\d\\d(?!\\d)`,
  'giu',
);
const ADDRESS = /(\b[a-z][a-z+.-]*:\/\/[^\s?#"'<>]*|(?<=^|[\s("'])\/[^\s?#"'<>]+)[?#][^\s"'<>]*/gi;
const TITLED =
  /\b([Dd]e [Hh]eer|[Mm]eneer|[Mm]evrouw|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Dd]r\.?)\s+(?:(?:[Vv]an|[Dd]er|[Dd]en|[Dd]e|[Hh]et|[Tt]en|[Tt]er|[Tt]e|[Vv]on|[Ee]l|[Aa]l)\s+|'t\s+|\p{Lu}\.\s*)*\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)*/gu;
const PARTICLES = new Set(['van', 'der', 'den', 'de', 'het', 'ten', 'ter', 'te', 'von', 'el', 'al', 'en', 'in', 'op']);

/** Tells whether nine digits (or eight, of an old number) pass the 11-test of a burgerservicenummer. */
function passesElevenTest(digits: string): boolean {
  const nine = digits.padStart(9, '0');
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && Number(nine) > 0;
}

const isBsn = (text: string): boolean => passesElevenTest(text.replace(/\D/g, ''));

/** Tells whether a text holds a burgerservicenummer: eight or nine digits that pass the 11-test. */
export function findBsn(text: string): boolean {
  return (text.match(NINE_DIGITS) ?? []).some(isBsn);
}

/**
 * Takes out of a technical text what may say who somebody is: BSN, IBAN, e-mail, phone, dates, names after a title,
 * names of the open client, and the query and fragment of addresses.
 * It is a second net: texts of the page are not sent in the first place.
 */
export function scrubText(text: string, context: ScrubContext = { names: [] }): string {
  const scrubbed = text
    .normalize('NFC')
    .replace(ADDRESS, '$1')
    .replace(EMAIL, '[e-mail]')
    .replace(IBAN, (found) => (found.length > 14 ? '[IBAN]' : found))
    .replace(YEAR_FIRST, '[datum]')
    .replace(DAY_FIRST, '[datum]')
    .replace(IN_WORDS, '[datum]')
    .replace(PHONE, '[telefoon]')
    .replace(NINE_DIGITS, (found) => (isBsn(found) ? '[BSN]' : found))
    .replace(TITLED, '$1 [naam]');
  return scrubNames(scrubbed, context.names);
}

/** Replaces whole names and their telling parts. A name comes from a person, so it is quoted before it becomes a pattern. */
function scrubNames(text: string, names: readonly string[]): string {
  const wanted = names.flatMap((name) => [name.trim(), ...tellingParts(name)]).filter((name) => name.length > 1);
  if (wanted.length === 0) return text;
  const longestFirst = [...new Set(wanted)].sort((a, b) => b.length - a.length);
  const pattern = longestFirst
    .map((name) =>
      name
        .normalize('NFC')
        .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
        .replace(/\s+/g, '\\s+'),
    )
    .join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'), '[naam]');
}

const tellingParts = (name: string): readonly string[] =>
  name.split(/[\s,.]+/).filter((part) => part.length > 1 && !PARTICLES.has(part.toLowerCase()));
