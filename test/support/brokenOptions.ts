/** Options as hosts get them wrong, and what is said about each: a code and the option it is about. */

/** A backend that would do. */
export const BACKEND = 'https://support.example.nl';

/** What was given, and the problems that are told, in order. */
export const BROKEN_OPTIONS: readonly (readonly [what: string, options: unknown, codes: readonly string[]])[] = [
  ['nothing at all', undefined, ['option-type']],
  ['null', null, ['option-type']],
  ['a text', 'https://x.nl', ['option-type']],
  ['a list', [], ['option-type']],
  ['no backend', {}, ['option-missing backend']],
  ['an empty backend', { backend: '' }, ['option-type backend', 'option-missing backend']],
  ['a backend without scheme', { backend: 'support.example.nl' }, ['option-type backend', 'option-missing backend']],
  ['a javascript backend', { backend: 'javascript:alert(1)' }, ['option-type backend', 'option-missing backend']],
  ['a backend with a query', { backend: `${BACKEND}?a=1` }, ['option-type backend', 'option-missing backend']],
  ['a backend object without methods', { backend: {} }, ['option-type backend', 'option-missing backend']],
  ['a backend that is a number', { backend: 4400 }, ['option-type backend', 'option-missing backend']],
  ['auth that is a token', { backend: BACKEND, auth: 'eyJhbGciOi' }, ['option-type auth']],
  ['auth that is an object', { backend: BACKEND, auth: {} }, ['option-type auth']],
  ['a brand that is a text', { backend: BACKEND, brand: 'Cliendo' }, ['option-type brand']],
  ['an empty brand name', { backend: BACKEND, brand: { name: '' } }, ['option-type brand.name']],
  ['a language that does not ship', { backend: BACKEND, locale: 'de' }, ['option-type locale']],
  ['messages that are a list', { backend: BACKEND, messages: [] }, ['option-type messages']],
  ['a message that is a number', { backend: BACKEND, messages: { 'launcher.label': 1 } }, ['option-type messages']],
  ['a launcher that is a text', { backend: BACKEND, launcher: 'true' }, ['option-type launcher']],
  ['a shortcut of one letter', { backend: BACKEND, shortcut: 'H' }, ['option-type shortcut']],
  ['a shortcut that is true', { backend: BACKEND, shortcut: true }, ['option-type shortcut']],
  ['fifty-one steps', { backend: BACKEND, moment: { steps: 51 } }, ['option-type moment.steps']],
  ['steps that are true', { backend: BACKEND, moment: { steps: true } }, ['option-type moment.steps']],
  ['a panel in the middle', { backend: BACKEND, panel: { side: 'middle' } }, ['option-type panel.side']],
  ['a panel that is too narrow', { backend: BACKEND, panel: { width: 100 } }, ['option-type panel.width']],
  [
    'a panel width that is not a number',
    { backend: BACKEND, panel: { width: Number.NaN } },
    ['option-type panel.width'],
  ],
  ['an unknown theme word', { backend: BACKEND, theme: 'purple' }, ['option-type theme']],
  ['an unknown colour scheme', { backend: BACKEND, theme: { scheme: 'night' } }, ['option-type theme.scheme']],
  ['context that is an object', { backend: BACKEND, context: { place: 'Agenda' } }, ['option-type context']],
  ['places as a list', { backend: BACKEND, places: ['Agenda'] }, ['option-type places']],
  ['a place without a name', { backend: BACKEND, places: { '/agenda': null } }, ['option-type places']],
  ['pass-through that is a text', { backend: BACKEND, places: { passThrough: '/x' } }, ['option-type places']],
  ['something else to collect', { backend: BACKEND, collect: ['cookies'] }, ['option-type collect']],
  ['a weaker review', { backend: BACKEND, privacy: { review: 'never' } }, ['option-type privacy.review']],
  [
    'a switch that would turn masking off',
    { backend: BACKEND, privacy: { mask: false } },
    ['option-unknown privacy.mask'],
  ],
  [
    'interface texts that are true',
    { backend: BACKEND, privacy: { interfaceTexts: true } },
    ['option-type privacy.interfaceTexts'],
  ],
  ['negative limits', { backend: BACKEND, limits: { fileBytes: -1 } }, ['option-type limits.fileBytes']],
  [
    'more questions than the protocol allows',
    { backend: BACKEND, limits: { questions: 500 } },
    ['option-type limits.questions'],
  ],
  ['storage in a cookie', { backend: BACKEND, storage: { mode: 'cookie' } }, ['option-type storage.mode']],
  ['a hook that is a text', { backend: BACKEND, hooks: { beforeSend: 'x' } }, ['option-type hooks.beforeSend']],
  [
    'a polluted prototype',
    JSON.parse(`{"backend":"${BACKEND}","__proto__":{"launcher":true}}`),
    ['option-unknown __proto__'],
  ],
];
