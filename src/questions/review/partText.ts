import type { Translate } from '../../locale/createTranslate';
import type { Format } from '../../locale/format';
import type { MessageKey } from '../../locale/messages';
import type { Attachment, Environment } from '../../protocol';
import type { Part, ShownPart, TrailEntry, TrailPart } from '../parts';
import { SCREEN_PARTS } from '../screenParts';
import { entryTitle } from './trailText';

const NAMES: Readonly<Record<Exclude<Part['kind'], TrailEntry['kind']>, MessageKey>> = {
  text: 'parts.text',
  place: 'parts.place',
  client: 'parts.client',
  whiteScreen: 'parts.white',
  attachment: 'parts.file',
  steps: 'parts.steps',
  errors: 'parts.errors',
  failedRequests: 'parts.failed',
  environment: 'rev.tech',
};

/** Names a part. */
export function partName(t: Translate, part: Part): string {
  switch (part.kind) {
    case 'step':
    case 'error':
    case 'failedRequest':
      return entryTitle(part, t);
    case 'attachment':
      return t(ATTACHMENTS[part.value.kind]);
    default:
      return t(NAMES[part.kind]);
  }
}

const ATTACHMENTS: Readonly<Record<Attachment['kind'], MessageKey>> = {
  screenshot: 'parts.screenshot',
  recording: 'parts.recording',
  file: 'parts.file',
};

const SCOPES: Readonly<Record<string, MessageKey>> = {
  all: 'q.client.all',
  some: 'q.client.some',
  none: 'q.client.none',
};

/** Says what a part holds, literally. What the page noticed is a list, and draws itself. */
export function partText(part: Exclude<ShownPart, TrailPart>, say: Say): string {
  switch (part.kind) {
    case 'text':
      return part.value;
    case 'place':
      return [part.value.label, part.value.element].filter(Boolean).join(' › ');
    case 'client':
      return part.value.ref ?? say.t(SCOPES[part.value.scope] ?? 'q.client.none');
    case 'whiteScreen':
      return whiteText(part.value, say);
    case 'attachment':
      return attachmentText(part.value, say);
    case 'environment':
      return environmentText(part.value);
  }
}

interface Say {
  readonly t: Translate;
  readonly format: Format;
}

const whiteText = (parts: readonly number[], { t }: Say): string =>
  parts.length === SCREEN_PARTS.length
    ? t('q.white.all')
    : parts.map((one) => t(SCREEN_PARTS[one - 1] ?? 'part.middle')).join(', ') || t('q.white.yes');

const attachmentText = ({ name, size, alt, redaction: { boxes } }: Attachment, { t, format }: Say): string =>
  [name, format.size(size), boxes > 0 && t('mask.auto', { n: boxes }), alt].filter(Boolean).join(' · ');

const environmentText = ({ app, release, browser, os, locale, viewport, pixelRatio }: Environment): string =>
  [`${app} ${release}`.trim(), browser, os, locale, `${viewport.join(' × ')} @ ${pixelRatio}`]
    .filter(Boolean)
    .join(' · ');
