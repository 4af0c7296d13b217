import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeOptions } from '../../../src/api/decodeOptions';
import { hintCalls, NO_HINTS } from '../../../src/api/hints';
import { createHandle, createInertHandle, type HandleOptions } from '../../../src/api/handle';
import type { HintsPart } from '../../../src/app/hintsPart';
import { silentLog } from '../../../src/foundation/log';
import { BACKEND } from '../../support/brokenOptions';

afterEach(() => vi.unstubAllGlobals());

const problemsOf = (hints: unknown) =>
  decodeOptions({ backend: BACKEND, hints }).problems.map(({ code, subject }) => `${code} ${subject}`);
const settingsOf = (hints: unknown) => decodeOptions({ backend: BACKEND, hints }).settings?.hints;

describe('option `hints`', () => {
  const defaults = {
    facts: [],
    events: [],
    route: 'path',
    basePath: '',
    shortcut: 'F6',
    testIdAttribute: 'data-testid',
    spotlight: false,
    describeTargets: false,
  };

  test.each([undefined, true, {}])('%o is on, with defaults', (hints) => {
    expect(problemsOf(hints)).toEqual([]);
    expect(settingsOf(hints)).toMatchObject(defaults);
  });

  test('false is off, and says nothing', () => {
    expect(problemsOf(false)).toEqual([]);
    expect(settingsOf(false)).toBe(false);
  });

  test('everything in its right shape is taken', () => {
    const hints = {
      facts: [{ key: 'user.functie', label: 'Functie', type: 'enum', value: () => 'arts' }],
      events: [{ name: 'opgeslagen', label: 'Opgeslagen' }],
      route: 'hash',
      basePath: '/app',
      shortcut: false,
      testIdAttribute: 'data-test',
      spotlight: true,
      describeTargets: true,
      navigate: () => undefined,
    };
    expect(problemsOf(hints)).toEqual([]);
    expect(settingsOf(hints)).toEqual({ ...hints, isGiven: true });
  });

  test.each<[unknown, string]>([
    ['yes', 'option-type hints'],
    [{ facts: [{ key: 'user.functie' }] }, 'option-type hints.facts'],
    [{ events: ['opgeslagen'] }, 'option-type hints.events'],
    [{ route: 'adres' }, 'option-type hints.route'],
    [{ testIdAttribute: 'on click' }, 'option-type hints.testIdAttribute'],
    [{ spotlight: 'on' }, 'option-type hints.spotlight'],
    [{ describeTargets: 1 }, 'option-type hints.describeTargets'],
    [{ navigate: '/router' }, 'option-type hints.navigate'],
    [{ describeTarget: true }, 'option-unknown hints.describeTarget'],
  ])('%o is told, and the default is used', (hints, problem) => {
    expect(problemsOf(hints)).toEqual([problem]);
    expect(settingsOf(hints)).toMatchObject(defaults);
  });
});

/** A handle of which only hints do something. */
const aHandle = (part: Partial<HintsPart> = {}) => {
  const opened: string[] = [];
  const app = {
    hints: {
      tell: (say: (hints: HintsPart) => void) => say(part as HintsPart),
      ask: (ask: (hints: HintsPart) => unknown) => ask(part as HintsPart),
    },
    open: (target: string) => opened.push(target),
    state: () => ({ isOpen: false, unread: 0, waiting: 0, isSignedIn: true }),
  };
  const options = { options: {}, problems: [], log: silentLog, makeApp: () => app, onDestroyed: () => undefined };
  return { ...createHandle(options as unknown as HandleOptions), opened };
};
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('`support.hints`', () => {
  test('each call does what it says, also from the queue of the script tag', async () => {
    const track = vi.fn<(event: string) => void>();
    const reportError = vi.fn<(code: string) => void>();
    const { handle } = aHandle({ track, reportError });
    handle.hints.track('opgeslagen');
    handle.call(['hints.track', 'bekeken']);
    handle.hints.reportError('opslaan-mislukt');
    handle.call(['hints.reportError', 'sessie-verlopen']);
    handle.call(['hints.toString', 'x']);
    await turn();
    expect(reportError.mock.calls).toEqual([['opslaan-mislukt'], ['sessie-verlopen']]);
    expect(track.mock.calls).toEqual([['opgeslagen'], ['bekeken']]);
    expect(handle.state.problems.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'call-unknown hints.toString',
    ]);
  });

  test('what fails is told, and never thrown', async () => {
    const broken = () => {
      throw new Error('Ours.');
    };
    const { handle } = aHandle({ stop: broken, list: broken });
    expect(() => handle.hints.stop()).not.toThrow();
    expect(await handle.hints.list()).toEqual([]);
    await turn();
    expect(handle.state.problems.map(({ code }) => code)).toEqual(['internal', 'internal']);
  });

  test('a door to a hint shows it; where it can not be shown, it leads to the help', async () => {
    vi.stubGlobal('document', { activeElement: null });
    vi.stubGlobal('Element', class {});
    const { handle, opened } = aHandle({ start: async (hint) => hint === 'welkom' });
    await handle.open('hint:welkom');
    expect(opened).toEqual([]);
    await handle.open('hint:weg');
    expect(opened).toEqual(['answers']);
  });

  test('without a page nothing happens, and everything answers', async () => {
    const { hints } = createInertHandle(silentLog, []);
    expect(hints).toBe(NO_HINTS);
    hints.setRoute('agenda');
    expect(await hints.list()).toEqual([]);
    expect(await hints.explain('welkom')).toMatchObject({ hint: 'welkom', shown: false, reason: 'status' });
  });

  test('while nothing runs, questions have an answer', async () => {
    const calls = hintCalls(
      { hints: { tell: () => undefined, ask: async (_, otherwise) => otherwise } },
      async (work) => work(),
    );
    expect(await calls.explain('welkom')).toMatchObject({ reason: 'status' });
  });
});
