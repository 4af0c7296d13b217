/**
 * What docs/glossary.md forbids and a script can judge: words without any other honest use.
 * The rest (request, view, file, rule) is for the reader of a change.
 */

/** Never part of a name that we declare, in the product or in the demo. The value is what to say instead. */
export const NEVER_IN_NAMES = {
  ticket: 'question',
  widget: 'support, panel',
  drawer: 'panel',
  fab: 'launcher',
  bubble: 'launcher',
  tooltip: 'hint',
  popup: 'hint',
  nudge: 'hint',
  walkthrough: 'tour',
  wizard: 'guidance',
  breadcrumb: 'trail, step',
  breadcrumbs: 'trail, step',
  sanitize: 'scrub',
  sanitizer: 'scrub',
  patient: 'client',
  tenant: 'organisation',
  cobrowse: 'lookAlong',
  cobrowsing: 'lookAlong',
  cooldown: 'frequency',
  ttl: 'expiresAt, retention',
  escalation: 'missedQuestion',
  manager: 'what it does',
  util: 'what it does',
  utils: 'what it does',
  helper: 'what it does',
  helpers: 'what it does',
  misc: 'what it does',
};

/** Say nothing at the end of a name: `orderInfo` is an order. */
export const NEVER_LAST = {
  data: 'what it holds',
  info: 'what it holds',
  manager: 'what it does',
  service: 'what it does',
};

/** Functions that begin so say when they run instead of what they do. The noun (`HandleOptions`) is fine. */
export const NEVER_FIRST = /^handle\p{Lu}/u;

/** Never the name, or a part of the name, of a file or a folder. */
export const NEVER_IN_FILES = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'manager',
  'managers',
  'service',
  'services',
  'info',
  'widget',
  'ticket',
];

/** `client` is a person in care; software has other names. */
export const SOFTWARE_CLIENT = /^(http|api|rest|fetch|sql|db|pg|web|ws|s3)client$/i;

/** What the strict policy of docs/embedding.md refuses, so that it may not stand in the product. */
export const NEVER_IN_CODE = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'document.write',
  'eval(',
  'new Function',
  "setAttribute('style'",
  '<style',
  'data:image',
  'new Worker',
  'javascript:',
];

/**
 * Where it may stand, because it ends up inside an image and never in the page: the picture of the page is an SVG with its own
 * styles, and a blob address would taint the canvas it is drawn on.
 */
export const MAY_HOLD = {
  'data:image': /^src\/capture\/browser\/[^/]+\.ts$/,
  '<style': /^src\/capture\/moment\/browser\/[^/]+\.ts$/,
};
