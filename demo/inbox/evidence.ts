import type { AgentQuestion, ClientChoice } from '../../src/protocol/index';
import { formatDuration, formatList, formatPercent, formatSize } from './format';
import { formatClock } from './playback';
import { say } from './texts';

/** One attachment with the receiver's state of it. */
export type Evidence = AgentQuestion['attachments'][number];

/** Names attachments for people, counted per kind: Screenshot 1, Screenshot 2, Video 1. Made-up file names say less. */
export function evidenceNames(attachments: readonly Evidence[]): ReadonlyMap<Evidence['id'], string> {
  const counts = { screenshot: 0, recording: 0, file: 0 };
  return new Map(attachments.map(({ id, kind }) => [id, say(`attachment.${kind}`, { n: ++counts[kind] })]));
}

/** How an attachment is shown. */
export type Showing = 'picture' | 'video' | 'download' | 'absent';

/** Tells how to show an attachment: only what was checked and found good has bytes to show. */
export function showingOf({ state, type }: Evidence): Showing {
  if (state !== 'available') return 'absent';
  if (/^image\/(png|jpeg|webp)$/.test(type)) return 'picture';
  return /^video\/(webm|mp4)$/.test(type) ? 'video' : 'download';
}

/** Says why there is nothing to show yet, or any more. */
export function absence({ state, offset, size }: Evidence): string {
  switch (state) {
    case 'declared':
    case 'uploading':
      return say('attachment.onItsWay', {
        percent: formatPercent(size > 0 ? offset / size : 0),
        size: formatSize(size),
      });
    case 'quarantined':
      return say('attachment.quarantined');
    case 'expired':
      return say('attachment.expired');
    case 'erased':
      return say('attachment.erased');
    default:
      return say('attachment.checking'); // stored, checked, and what a newer receiver may add
  }
}

/** Says what an agent must know to judge a picture: what was covered, shown, late or not drawn. */
export const remarks = (attachment: Evidence): readonly string[] =>
  [extent(attachment), covering(attachment), ...circumstances(attachment)].filter((remark) => remark !== '');

const extent = ({ size, width, height, durationMs }: Evidence): string =>
  [
    width && height ? `${width} × ${height}` : '',
    durationMs ? say('attachment.long', { time: formatClock(durationMs) }) : '',
    formatSize(size),
  ]
    .filter((part) => part !== '')
    .join(', ');

function covering({ kind, redaction: { mode, boxes } }: Evidence): string {
  if (mode === 'manual') return kind === 'file' ? '' : say('attachment.manual');
  return boxes > 0 ? say('attachment.masked', { n: boxes }) : '';
}

const NOTICEABLE_MS = 500;

const circumstances = ({ redaction: { revealed }, delayMs = 0, gaps = [] }: Evidence): readonly string[] => [
  revealed.length > 0 ? say('attachment.revealed', { n: revealed.length }) : '',
  delayMs >= NOTICEABLE_MS ? say('attachment.delay', { seconds: formatDuration(delayMs) }) : '',
  gaps.length > 0 ? say('attachment.gaps', { gaps: formatList(gaps) }) : '',
];

/** Says for which client a question is; the reference is the host's own and is never a name. */
export function clientText(client: ClientChoice | undefined): string {
  if (!client) return say('evidence.client.unknown');
  switch (client.scope) {
    case 'one':
      return client.ref ?? say('evidence.client.unknown');
    case 'some':
      return say('evidence.client.some');
    case 'all':
      return say('evidence.client.all');
    case 'none':
      return say('evidence.client.none');
  }
}
