/** What one option should be, how to tell, and what stands in for it. */
export type Rule = readonly [expected: string, accepts: (value: unknown) => boolean, otherwise?: unknown];

/** Options by name; a group holds options of its own. */
export interface Rules {
  readonly [name: string]: Rule | Rules;
}

/** Tells whether a value is an object with members: no list, no null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isListOf = (accepts: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(accepts);
const isTextList = isListOf(isText);
const isUrl = (value: unknown): boolean => isText(value) && /^(https?:\/\/|\/)[^\s?#]*$/.test(value);
const BACKEND_METHODS =
  'me, submissions, conversation, attachmentContent, changes, putSubmission, submission, uploadOffset, uploadPiece, removeAttachment, putMessage, putAction, markRead';
const isBackend = (value: unknown): boolean =>
  isUrl(value) || (isObject(value) && BACKEND_METHODS.split(', ').every((name) => isFunction(value[name])));
const isPlaces = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(([key, item]) => (key === 'passThrough' ? isTextList(item) : isText(item)));

const flag = (otherwise: boolean): Rule => ['true or false', (value) => typeof value === 'boolean', otherwise];
const callback = (otherwise?: () => unknown): Rule => ['a function', isFunction, otherwise];
const oneOf = (...words: readonly string[]): Rule => [
  `one of ${words.join(', ')}`,
  (value) => words.includes(value as string),
  words[0],
];
const orFalse = ([expected, accepts, otherwise]: Rule): Rule => [
  `${expected}, or false`,
  (value) => value === false || accepts(value),
  otherwise,
];
const between =
  (least: number, most: number) =>
  (unit: string, otherwise?: number): Rule => [
    `a number of ${unit} from ${least} to ${most}`,
    (value) => Number.isFinite(value) && (value as number) >= least && (value as number) <= most,
    otherwise,
  ];
/** Keys with at least one that is held, so that typing cannot press them. */
const shortcut = (otherwise: string): Rule => [
  `keys such as "${otherwise}", or false`,
  (value) => value === false || (isText(value) && /^((Alt|Ctrl|Shift|Meta)\+)+[A-Za-z0-9]$/.test(value)),
  otherwise,
];
const COLLECTED = ['place', 'trail', 'errors', 'failedRequests', 'environment'];
const count = between(1, Number.MAX_SAFE_INTEGER)('units');

const isNamed =
  (...names: readonly string[]) =>
  (item: unknown): boolean =>
    isObject(item) && names.every((name) => isText(item[name]));

/** Every option. Of a choice the first word is the default; without a default the option stays absent. */
export const OPTION_RULES = {
  backend: [`a url, a path on this origin, or a Backend: an object with ${BACKEND_METHODS}`, isBackend],
  auth: ['a function that gives a token, or a url', (value) => isFunction(value) || isUrl(value)],
  brand: { name: ['a text', (value) => isText(value) && value !== '', 'Cliendo'] },
  locale: oneOf('nl', 'nl-x-formeel', 'en'),
  messages: ['an object with a text per key', (value) => isObject(value) && Object.values(value).every(isText), {}],
  launcher: flag(false),
  shortcut: shortcut('Alt+Shift+H'),
  panel: { side: oneOf('right', 'left'), width: between(360, 560)('px', 400) },
  theme: { scheme: oneOf('auto', 'light', 'dark'), density: oneOf('normal', 'compact') },
  context: callback(() => ({})),
  places: ['an object with a name per route, and `passThrough` as a list of routes', isPlaces, {}],
  collect: [`a list of ${COLLECTED.join(', ')}`, isListOf((item) => COLLECTED.includes(item as string)), COLLECTED],
  privacy: {
    interfaceTexts: [
      'a list of texts, a translation object, or a function',
      (value) => isTextList(value) || isObject(value) || isFunction(value),
      [],
    ],
    interfaceAssets: ['a list of url prefixes', isTextList, []],
    review: oneOf('risk', 'always'),
    names: callback(() => []),
  },
  moment: {
    picture: flag(true),
    steps: orFalse(between(0, 50)('steps', 20)),
  },
  capture: {
    recording: {
      enabled: flag(true),
      seconds: between(10, 180)('seconds', 180),
      extendSeconds: between(0, 180)('seconds', 180),
      microphone: flag(false),
    },
  },
  keys: { pause: shortcut('Alt+Shift+P'), stop: shortcut('Alt+Shift+S') },
  limits: { fileBytes: count, files: count, submissionBytes: count, questions: between(1, 20)('questions') },
  storage: { mode: oneOf('device', 'memory'), ttlHours: between(1, 720)('hours', 72), encrypt: flag(true) },
  contact: { email: ['a text', isText, ''] },
  mailFallback: oneOf('text-only', 'off', 'redacted'),
  hints: {
    facts: [
      'a list of facts, each with `key`, `label`, `type` and `value`',
      isListOf(isNamed('key', 'label', 'type')),
      [],
    ],
    events: ['a list of events, each with `name` and `label`', isListOf(isNamed('name', 'label')), []],
    route: oneOf('path', 'hash', 'host'),
    basePath: ['a path', isText, ''],
    shortcut: ['a key such as "F6", or false', (value) => value === false || (isText(value) && value !== ''), 'F6'],
    testIdAttribute: [
      'the name of an attribute',
      (value) => isText(value) && /^[a-z][\w-]*$/.test(value),
      'data-testid',
    ],
    spotlight: flag(false),
    describeTargets: flag(false),
    navigate: callback(),
  },
  hooks: { beforeSend: callback() },
} satisfies Rules;
