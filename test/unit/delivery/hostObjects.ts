/** What objects of a host's may do wrong, and what the developer reads of it. */
import { silentLog, type Log } from '../../../src/foundation/log';
import { fail } from '../../../src/foundation/result';
import { anId } from '../../support/builders';

/** A promise that never settles. */
export const never = new Promise<never>(() => undefined);

/** A log that remembers what the developer read. */
export function aConsole(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, log: { ...silentLog, warn: (code, message) => lines.push(`${code}: ${message}`) } };
}

const problem = { code: 'maintenance', message: '', status: 503, retryable: true };

/** What no method may give. */
export const BROKEN: readonly (readonly [what: string, act: () => unknown])[] = [
  ['undefined', () => undefined],
  ['null', () => null],
  ['a string', () => 'ok'],
  ['a list', () => []],
  ['the value itself, without a result around it', () => ({ id: anId(1), reference: '26-1' })],
  ['ok that is no truth value', () => ({ ok: 'yes', value: 1 })],
  ['a failure without a problem', () => ({ ok: false })],
  ['a problem that is an Error', () => fail(new Error('kapot'))],
  ['a problem without saying whether to try again', () => fail({ code: 'maintenance', message: '', status: 503 })],
  ['a problem whose code is a sentence', () => fail({ ...problem, code: 'It went wrong!' })],
  ['a wait that is no number', () => fail({ ...problem, retryAfterMs: 'soon' })],
  ['a wait below zero', () => fail({ ...problem, retryAfterMs: -5 })],
  ['a Response', () => new Response('{}')],
  [
    'an object that throws when it is looked at',
    () =>
      Object.defineProperty({}, 'ok', {
        enumerable: true,
        get() {
          throw new Error('no');
        },
      }),
  ],
  [
    'an exception at once',
    () => {
      throw new Error('kapot');
    },
  ],
  ['a rejection', () => Promise.reject(new Error('kapot'))],
  ['a rejection with nothing', () => Promise.reject(undefined)],
];
