import type { Translate } from '../../locale/createTranslate';
import type { Format } from '../../locale/format';
import type { MessageKey } from '../../locale/messages';
import type { FailedRequest, Step } from '../../protocol';
import type { TrailEntry } from '../parts';

interface Say {
  readonly t: Translate;
  readonly format: Format;
}

const ROLES: Readonly<Record<string, MessageKey>> = {
  button: 'trail.button',
  menuitem: 'trail.button',
  tab: 'trail.button',
  link: 'trail.link',
  checkbox: 'trail.choice',
  radio: 'trail.choice',
  switch: 'trail.choice',
  option: 'trail.choice',
  menuitemcheckbox: 'trail.choice',
  menuitemradio: 'trail.choice',
  combobox: 'trail.choice',
  listbox: 'trail.choice',
  textbox: 'trail.field',
  searchbox: 'trail.field',
  spinbutton: 'trail.field',
  slider: 'trail.field',
  file: 'trail.field',
};
const RESULTS: Readonly<Record<string, MessageKey>> = { error: 'trail.error', request: 'trail.request' };

/** Names one thing that the page noticed: the control, the message, or the route. */
export function entryTitle({ kind, value }: TrailEntry, t: Translate): string {
  switch (kind) {
    case 'step':
      return value.name || roleText(value, t);
    case 'error':
      return value.message || value.kind;
    case 'failedRequest':
      return `${value.method} ${value.route}`.trim();
  }
}

/** Says the rest of it, literally, on one line. */
export const entryDetail = ({ kind, value }: TrailEntry, { t, format }: Say): string =>
  [
    format.time(value.at),
    ...(kind === 'step'
      ? stepDetail(value, t)
      : kind === 'error'
        ? [value.kind, ...value.stack]
        : requestDetail(value)),
    value.times && `${value.times} ×`,
  ]
    .filter(Boolean)
    .join(' · ');

const roleText = ({ role }: Step, t: Translate): string => t(ROLES[role] ?? 'parts.place');

const stepDetail = (step: Step, t: Translate): readonly string[] => {
  const { name, place, result } = step;
  const outcome = RESULTS[result];
  const way = outcome ? [place] : [place, result];
  return [name && roleText(step, t), way.filter(Boolean).join(' → '), outcome ? t(outcome) : ''];
};

const requestDetail = ({ status, durationMs }: FailedRequest): readonly string[] => [
  status > 0 ? String(status) : '–',
  durationMs > 0 ? `${durationMs} ms` : '',
];
