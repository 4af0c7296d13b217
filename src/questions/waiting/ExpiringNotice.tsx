import type { JSX } from 'preact';
import { Button, Notice, useFormat, useText } from '../../ui';

/** What an `ExpiringNotice` takes. */
export interface ExpiringNoticeProps {
  /** When the draft will be erased, in ms. */
  readonly at: number;
  /** Keeps it as long again. */
  readonly onKeep: () => void;
}

/** Says when a draft will be erased, and lets the person keep it longer. */
export function ExpiringNotice({ at, onKeep }: ExpiringNoticeProps): JSX.Element {
  const t = useText();
  const format = useFormat();
  return (
    <Notice kind="warning" actions={<Button onPress={onKeep}>{t('wait.draft.keep')}</Button>}>
      {t('wait.draft', { date: format.date(at), time: format.time(at) })}
    </Notice>
  );
}
