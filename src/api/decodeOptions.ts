import type { Auth, Settings } from '../app/settings';
import { SupportError } from './errors';
import { nearestName } from './nearestName';

/** Settings with everything that was wrong with the options they came from. */
export interface DecodedOptions {
  readonly settings: Settings | undefined;
  readonly problems: readonly SupportError[];
}

/**
 * Turns whatever the host gave into settings. Never throws: a wrong value is reported and replaced by its default,
 * an unknown key is reported with the nearest known one. Without a usable `backend` there are no settings.
 */
export function decodeOptions(given: unknown): DecodedOptions {
  const problems: SupportError[] = [];
  if (!isObject(given)) {
    problems.push(new SupportError('option-type', 'The options should be an object with at least `backend`.'));
    return { settings: undefined, problems };
  }
  const found = new Map<string, unknown>();
  collect(given, '', { found, problems });
  if (!found.has('backend')) {
    const reason = Object.hasOwn(given, 'backend') ? 'cannot be used' : 'is missing';
    problems.push(
      new SupportError('option-missing', `\`backend\` ${reason}. Give the url of your receiver, such as "https://support.example.nl".`, {
        subject: 'backend',
      }),
    );
    return { settings: undefined, problems };
  }
  return { settings: complete(found), problems };
}

interface Collected {
  readonly found: Map<string, unknown>;
  readonly problems: SupportError[];
}

function collect(given: Record<string, unknown>, prefix: string, into: Collected): void {
  for (const key of Object.keys(given)) {
    const path = prefix + key;
    const value = given[key];
    if (value === undefined) continue;
    const check = CHECKS.get(path);
    if (check) keep(path, value, check, into);
    else if (GROUPS.has(path)) collectGroup(path, value, into);
    else into.problems.push(unknownKey(path, prefix));
  }
}

function collectGroup(path: string, value: unknown, into: Collected): void {
  if (path === 'theme' && value === 'adopt') into.found.set('theme.adopt', true);
  else if (isObject(value)) collect(value, `${path}.`, into);
  else into.problems.push(wrongType(path, 'an object'));
}

function keep(path: string, value: unknown, [expected, accepts]: Check, into: Collected): void {
  if (accepts(value)) into.found.set(path, value);
  else into.problems.push(wrongType(path, expected));
}

const wrongType = (path: string, expected: string): SupportError =>
  new SupportError('option-type', `Option \`${path}\` should be ${expected}. The default is used.`, { subject: path });

function unknownKey(path: string, prefix: string): SupportError {
  const siblings = [...CHECKS.keys(), ...GROUPS].filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'));
  const nearest = nearestName(path, siblings);
  const advice = nearest ? ` Did you mean \`${nearest}\`?` : '';
  return new SupportError('option-unknown', `Option \`${path}\` is not known and is ignored.${advice}`, { subject: path });
}

type Check = readonly [expected: string, accepts: (value: unknown) => boolean];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isTexts = (value: unknown): boolean => isObject(value) && Object.values(value).every((item) => typeof item === 'string');
const isPlaces = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(([key, item]) => (key === 'passThrough' ? isTextList(item) : typeof item === 'string'));
const isUrl = (value: unknown): boolean =>
  typeof value === 'string' && /^(https?:\/\/|\/)/.test(value) && !/[\s?#]/.test(value);
const isBackend = (value: unknown): boolean =>
  isUrl(value) || (isObject(value) && isFunction(value['putSubmission']) && isFunction(value['submissions']));
const isShortcut = (value: unknown): boolean =>
  value === false || (typeof value === 'string' && /^((Alt|Ctrl|Shift|Meta)\+)+[A-Za-z0-9]$/.test(value));

const flag: Check = ['true or false', (value) => typeof value === 'boolean'];
const oneOf = (...words: readonly string[]): Check => [`one of ${words.join(', ')}`, (value) => words.includes(value as string)];
const between = (least: number, most: number, unit: string): Check => [
  `a number of ${unit} from ${least} to ${most}`,
  (value) => Number.isFinite(value) && (value as number) >= least && (value as number) <= most,
];
const callback: Check = ['a function', isFunction];
const count: Check = between(1, Number.MAX_SAFE_INTEGER, 'units');

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['backend', ['a url such as "https://support.example.nl", a path on this origin, or a Backend object', isBackend]],
  ['auth', ['a function that gives a token, or a url', (value) => isFunction(value) || isUrl(value)]],
  ['brand.name', ['a text', isText]],
  ['locale', oneOf('nl', 'nl-x-formeel', 'en')],
  ['messages', ['an object with a text per key', isTexts]],
  ['launcher', flag],
  ['shortcut', ['keys such as "Alt+Shift+H", or false', isShortcut]],
  ['panel.side', oneOf('left', 'right')],
  ['panel.width', between(360, 560, 'px')],
  ['theme.scheme', oneOf('auto', 'light', 'dark')],
  ['theme.density', oneOf('normal', 'compact')],
  ['theme.adopt', flag],
  ['context', callback],
  ['places', ['an object with a name per route, and `passThrough` as a list of routes', isPlaces]],
  ['collect', ['a list of "place" and "environment"', (value) => Array.isArray(value) && value.every((item) => item === 'place' || item === 'environment')]],
  ['privacy.interfaceTexts', ['a list of texts, a translation object, or a function', (value) => isTextList(value) || isObject(value) || isFunction(value)]],
  ['privacy.interfaceAssets', ['a list of url prefixes', isTextList]],
  ['privacy.review', oneOf('risk', 'always')],
  ['privacy.names', callback],
  ['moment.picture', flag],
  ['limits.fileBytes', count],
  ['limits.files', count],
  ['limits.submissionBytes', count],
  ['limits.questions', between(1, 20, 'questions')],
  ['storage.mode', oneOf('device', 'memory')],
  ['storage.ttlHours', between(1, 720, 'hours')],
  ['hooks.beforeSend', callback],
]);

const GROUPS: ReadonlySet<string> = new Set([...CHECKS.keys()].filter((path) => path.includes('.')).map((path) => path.slice(0, path.indexOf('.'))));

function complete(found: ReadonlyMap<string, unknown>): Settings {
  // Each value was accepted by the check of its own path, so its type is known here.
  const get = <Value>(path: string, fallback: Value): Value => (found.has(path) ? (found.get(path) as Value) : fallback);
  const { passThrough, ...places } = get<Record<string, string> & { passThrough?: readonly string[] }>('places', {});
  return {
    backend: get<Settings['backend']>('backend', ''),
    auth: toAuth(get<Auth | string | undefined>('auth', undefined)),
    brandName: get('brand.name', 'Cliendo'),
    locale: get<Settings['locale']>('locale', 'nl'),
    messages: get('messages', {}),
    launcher: get('launcher', false),
    shortcut: get<string | false>('shortcut', 'Alt+Shift+H'),
    panel: { side: get<'left' | 'right'>('panel.side', 'right'), width: get('panel.width', 400) },
    theme: {
      scheme: get<Settings['theme']['scheme']>('theme.scheme', 'auto'),
      density: get<Settings['theme']['density']>('theme.density', 'normal'),
      adopt: get('theme.adopt', false),
    },
    context: get('context', () => ({})),
    places,
    passThrough: passThrough ?? [],
    collect: get<Settings['collect']>('collect', ['place', 'environment']),
    interfaceTexts: get<Settings['interfaceTexts']>('privacy.interfaceTexts', []),
    interfaceAssets: get<readonly string[]>('privacy.interfaceAssets', []),
    review: get<Settings['review']>('privacy.review', 'risk'),
    names: get<Settings['names']>('privacy.names', () => []),
    momentPicture: get('moment.picture', true),
    limits: limitsOf(found),
    storage: { mode: get<'device' | 'memory'>('storage.mode', 'device'), ttlHours: get('storage.ttlHours', 72) },
    beforeSend: get<Settings['beforeSend']>('hooks.beforeSend', undefined),
  };
}

const limitsOf = (found: ReadonlyMap<string, unknown>): Settings['limits'] =>
  Object.fromEntries(
    [...found].filter(([path]) => path.startsWith('limits.')).map(([path, value]) => [path.slice('limits.'.length), value]),
  );

/** An address stands for: fetch it with the page's own session, take the text or its `token`. */
function toAuth(auth: Auth | string | undefined): Auth | undefined {
  if (typeof auth !== 'string') return auth;
  return async () => {
    const answer = await fetch(auth, { cache: 'no-store', credentials: 'same-origin' });
    if (!answer.ok) throw new SupportError('auth-failed', `${auth} answered ${answer.status}`, { subject: 'auth' });
    const text = await answer.text();
    if (!text.startsWith('{')) return text.trim();
    return String((JSON.parse(text) as { token?: unknown }).token ?? ''); // an empty token is refused further on
  };
}
