import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, Notice, useAnnounce, useText } from '../../ui';
import type { Late } from './age';

/** What a `LateNotice` takes. */
export interface LateNoticeProps {
  readonly late: Pick<Late, 'questions' | 'days' | 'submissions'>;
  /** To the other ways for the only one. */
  readonly onOtherWay: () => void;
  /** To "Mijn vragen", where each has its own way. */
  readonly onMine: () => void;
}

/** Says that questions have waited so long that the browser may clear them, and leads to another way. */
export function LateNotice({ late, onOtherWay, onMine }: LateNoticeProps): JSX.Element {
  const t = useText();
  const announce = useAnnounce();
  const text = t('wait.late', { n: late.questions, days: late.days });
  useEffect(() => announce(text), [text]);
  const action =
    late.submissions.length === 1 ? (
      <Button onPress={onOtherWay}>{t('wait.late.ways')}</Button>
    ) : (
      <Button onPress={onMine}>{t('home.mine')}</Button>
    );
  return (
    <Notice kind="warning" actions={action}>
      {text}
    </Notice>
  );
}
