import type { AccessRow } from '../../src/protocol/index';
import { say } from './texts';

/** The columns, in order: every fact that a row of the log has, as it is kept. */
const COLUMNS: readonly (readonly [name: string, of: (row: AccessRow) => string | number | undefined])[] = [
  ['regel', ({ seq }) => seq],
  ['tijdstip', ({ at }) => at],
  ['wie', ({ actor }) => actor.id],
  ['naam', ({ actor }) => actor.name],
  ['rol', ({ actor }) => actor.role],
  ['namens', ({ onBehalfOf }) => onBehalfOf],
  ['wat', ({ event }) => say(`access.event.${event}`)],
  ['waarom', ({ purpose }) => say(`access.purpose.${purpose}`)],
  ['uitkomst', ({ outcome }) => say(outcome === 'granted' ? 'access.granted' : 'access.refused')],
  ['organisatie', ({ organisation }) => organisation],
  ['vraag', ({ number }) => number],
  ['vraag-id', ({ question }) => question],
  ['inzending-id', ({ submission }) => submission],
  ['bijlage-id', ({ attachment }) => attachment],
  ['cliënten', ({ clientRefs }) => clientRefs.join(' ')],
  ['verzoek', ({ requestId }) => requestId],
  ['hash', ({ hash }) => hash],
];

/**
 * Writes rows of the access log as a table for a spreadsheet, in UTF-8 with a byte order mark.
 * RFC 4180, but with semicolons: a Dutch spreadsheet puts a line with commas into one cell.
 */
export const accessCsv = (rows: readonly AccessRow[]): string =>
  `\ufeff${[COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, of]) => of(row) ?? ''))]
    .map((cells) => `${cells.map(cell).join(';')}\r\n`)
    .join('')}`;

const cell = (value: string | number): string => `"${harmless(visible(String(value))).replaceAll('"', '""')}"`;

/** What begins like a formula is one to a spreadsheet, whatever the quotation marks: https://owasp.org/www-community/attacks/CSV_Injection */
const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text);

/** Signs that break a line, turn its direction or take no room are written as their number: `[U+202E]`. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (sign) => `[U+${hex(sign.codePointAt(0) ?? 0)}]`);

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
