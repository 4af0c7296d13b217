import type { JSX } from 'preact';
import { Notice, useText } from '../../ui';

/** What a `QueuedNotice` takes. */
export interface QueuedNoticeProps {
  /** That the receiver does not have yet. */
  readonly questions: number;
  readonly replies: number;
  /** How far the pictures are of what it has; nothing when none is on its way. */
  readonly percent?: number | undefined;
}

/** Says what is ready to be sent, and apart from that what is only waiting for its pictures. */
export function QueuedNotice({ questions, replies, percent }: QueuedNoticeProps): JSX.Element | null {
  const t = useText();
  const said = [
    questions > 0 && t('off.queued', { n: questions }),
    replies > 0 && t('off.queued.replies', { n: replies }),
    percent !== undefined && t('sent.media', { pct: percent }),
  ].filter((sentence) => sentence !== false);
  return said.length > 0 ? <Notice>{said.join(' ')}</Notice> : null;
}
