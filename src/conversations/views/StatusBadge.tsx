import type { JSX } from 'preact';
import { Badge, useText } from '../../ui';
import { statusText, type RowStatus } from '../conversation';

const TONES = {
  answered: 'success',
  needsInfo: 'warning',
  attention: 'danger',
  held: 'warning',
  signedOut: 'warning',
  inProgress: 'accent',
} as const;

/** Shows where a question stands, in words; the colour only helps. */
export function StatusBadge({ status }: { readonly status: RowStatus }): JSX.Element {
  const t = useText();
  const tone = (TONES as Partial<Record<RowStatus, (typeof TONES)[keyof typeof TONES]>>)[status] ?? 'plain';
  return <Badge tone={tone}>{t(statusText(status))}</Badge>;
}
