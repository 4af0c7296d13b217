import type { IsInterface } from './routeTemplate';

/** What the texts of an error are read with. */
export interface ErrorReading {
  readonly isInterface: IsInterface;
  /** Takes out what may say who somebody is. */
  readonly scrub: (text: string) => string;
  /** Makes a template of an address. */
  readonly route: (address: string) => string;
}

/** What stands in for what may be somebody's. */
const HIDDEN = '[…]';
const LONGEST_MESSAGE = 500;
const LONGEST_FRAME = 200;
const MOST_FRAMES = 10;

/** How engines and libraries begin a sentence. A word with a capital that is not here may be a name. */
const PLAIN = new Set(
  (
    'A An The Cannot Can Client Could Failed Failure Error Errors Uncaught Unexpected Unhandled Invalid Script Network Load Loading Maximum Minified Unable No Not Missing ' +
    'Request Response Expected Module Object Array Function Class Constructor Property Assignment Permission Attempted Attempt Access Aborted Timeout Timed ' +
    'Illegal Importing Chunk Service Server Value Type Types Unknown Undefined Null Component Element Node Promise React Vue Angular Dynamic Blocked Refused ' +
    'JSON HTTP HTTPS URL URI XML HTML DOM CSS API GET POST PUT PATCH DELETE CORS CSP SSL TLS NaN BSN IBAN Infinity Date Map Set Symbol BigInt Proxy Window Document'
  ).split(' '),
);
const CODE_NAME =
  /^(?:[A-Z][a-z\d]+)+(?:Error|Exception|Element|Event|Request|Response|Promise|Observer|Controller|Component)$/;
const ADDRESS = /\b[a-z][a-z\d+.-]*:\/\/[^\s"'<>()]+|(?<=^|[\s("'`])\/[^\s"'<>()]+/gi;
const GROUP = /\{[^{}]*\}|"[^"\n]*"?|“[^”\n]*”?|`[^`\n]*`?|(?<!\p{L})'[^'\n]*'(?!\p{L})/gu;
const IDENTIFIER = /^'[a-z_$][\w$]*'$/;
const CAPITALISED = /(?<![\p{L}\p{N}_$])\p{Lu}[\p{L}\p{M}\p{N}_$’'-]*/gu;
const LONG_NUMBER = /\d{4,}/g;

/**
 * Gives the message of an error without what may be somebody's: a quotation, a word with a capital, a long number.
 * A text of the host's catalogue stays as it is; so do the words of engines and names of code.
 */
export function errorMessage(message: string, { isInterface, scrub, route }: ErrorReading): string {
  if (isInterface(message)) return scrub(message).slice(0, LONGEST_MESSAGE);
  const cleared = scrub(message.slice(0, 2 * LONGEST_MESSAGE))
    .replace(ADDRESS, route)
    .replace(GROUP, (found) => (IDENTIFIER.test(found) || isInterface(found.slice(1, -1)) ? found : HIDDEN))
    .replace(CAPITALISED, (word) => (PLAIN.has(word) || CODE_NAME.test(word) || isInterface(word) ? word : HIDDEN))
    .replace(LONG_NUMBER, HIDDEN)
    .replace(/(?:\[…\][\s,]*){2,}/g, `${HIDDEN} `);
  return cleared.trim().slice(0, LONGEST_MESSAGE);
}

/** The name of an error, when it is one that code gives. */
export const errorKind = (name: string): string =>
  /^[A-Z][A-Za-z]{0,60}(?:Error|Exception)$/.test(name) ? name : 'Error';

const CHROMIUM_FRAME =
  /^\s*at (?:async )?(?:(?<name>.*?) \()?(?<file>[a-z][\w+.-]*:.*?):(?<line>\d+):(?<column>\d+)\)?$/;
const OTHER_FRAME = /^(?<name>[^@]*)@(?<file>.*?):(?<line>\d+):(?<column>\d+)$/;

/** Gives the frames of a stack: name of the function, file, line. The lines that repeat the message are left out. */
export function errorFrames(stack: string, { route }: Pick<ErrorReading, 'route'>): readonly string[] {
  return stack
    .split('\n')
    .flatMap((text) => frameOf(text, route))
    .slice(0, MOST_FRAMES);
}

function frameOf(text: string, route: ErrorReading['route']): readonly string[] {
  const { name = '', file = '', line, column } = (CHROMIUM_FRAME.exec(text) ?? OTHER_FRAME.exec(text))?.groups ?? {};
  if (line === undefined) return [];
  const code = /^[\w$.<>/ [\]]{1,80}$/.test(name) ? name : '';
  const place = `${route(file)}:${line}:${column}`;
  return [(code ? `${code} (${place})` : place).slice(0, LONGEST_FRAME)];
}
