import type { JSX } from 'preact';
import { Button, Notice, useText } from '../../ui';

/** What an `UnreadableNotice` takes. */
export interface UnreadableNoticeProps {
  /** How many questions nobody will ever read. */
  readonly count: number;
  /** Puts them away. Only the person does. */
  readonly onDiscard: () => void;
}

/** Says how many questions nobody will ever read, and lets the person put them away. */
export function UnreadableNotice({ count, onDiscard }: UnreadableNoticeProps): JSX.Element {
  const t = useText();
  return (
    <Notice kind="warning" actions={<Button onPress={onDiscard}>{t('off.discard')}</Button>}>
      {t('off.unreadable', { n: count })}
    </Notice>
  );
}
