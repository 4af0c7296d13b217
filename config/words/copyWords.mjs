/** The word lists of the copy rules. What to say instead stands in CONTRIBUTING.md. */

/** Long words that everybody in care knows. */
export const LONG_WORDS = new Set(['aanspreekpunt', 'basistraining']);

export const INFORMAL = ['je', 'jij', 'jou', 'jouw', 'jullie'];
export const FORMAL = ['u', 'uw', 'uzelf'];

/** Office Dutch, blame, and words for things that have a better name. Plurals are caught too. */
export const FORBIDDEN = [
  'ticket',
  'melding',
  'issue',
  'feedback',
  'batch',
  'mandje',
  'opname-bestand',
  'schermafdruk',
  'capture',
  'maskeren',
  'redacten',
  'blurren',
  'anonimiseren',
  'indienen',
  'submitten',
  'locatie',
  'url',
  'pagina-adres',
  'patiënt',
  'klant',
  'key-user',
  'contactpersoon',
  'beheerder',
  'valideren',
  'verifiëren',
  'respons',
  'update',
  'screensharing',
  'co-browsing',
  'tooltip',
  'pop-up',
  'ongeldig',
  'verplicht',
  'oeps',
  'helaas',
  'u heeft nagelaten',
  'gebruiker',
  'gelieve',
  'middels',
  'dient te',
];

/** Promises and money: only an agreement of an organisation may hold a time. */
export const PROMISES = [
  /gegarandeerd/i,
  /\bbinnen\b.*\b(uur|minuten)\b/i,
  /meteen antwoord/i,
  /€/,
  /\bper uur\b/i,
  /\bupgrade/i,
];
export const MAY_HOLD_TIME = /^(sla\..+|sent\.sla)$/;

export const ABBREVIATIONS = [
  'a.u.b.',
  'aub',
  'svp',
  's.v.p.',
  'bijv.',
  'bv.',
  'o.a.',
  'i.p.v.',
  'evt.',
  'm.b.t.',
  'd.m.v.',
  'enz.',
  'etc.',
  't.a.v.',
];

export const MAY_EXCLAIM = new Set(['sent.title', 'coach.done', 'article.yes.thanks', 'missed.title']);

/** English that slips into Dutch screens. Allowed: screenshot, video, support, training, hint, SLA. */
export const ENGLISH = [
  'submit', 'error', 'today', 'tomorrow', 'yesterday', 'upload', 'download', 'retry', 'loading', 'save', 'saved', 'cancel', 'close',
  'open now', 'send', 'sent', 'reply', 'delete', 'remove', 'edit', 'add', 'back', 'next', 'previous', 'search', 'settings', 'attach',
  'login', 'logout', 'password', 'user', 'question', 'answer', 'message', 'file', 'files', 'attachment', 'preview', 'review', 'done',
  'ready', 'failed', 'success', 'warning', 'please', 'sorry about', 'wait', 'help desk', 'helpdesk', 'screen', 'browser tab', 'page',
  'click', 'select', 'choose', 'offline mode', 'online now', 'unknown', 'required', 'optional', 'draft', 'status update', 'details of',
]; // prettier-ignore

/** Buttons that may be longer than four words, each with its reason. */
export const LONG_BUTTONS = {
  'q.shot.goback': 'names the place it goes back to, so that nobody is surprised to leave the screen',
  'reply.reopen': 'asks first and then says what the press does, as one sentence',
};
