import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, Notice, useAnnounce, useText } from '../../ui';
import type { Late } from './age';

/** What a `LateNotice` takes. */
export interface LateNoticeProps {
  readonly kind: 'question' | 'reply';
  readonly late: Pick<Late, 'count' | 'days'>;
  /** To the other ways for the only question, or to the only reply. Absent: there are more. */
  readonly onThis?: (() => void) | undefined;
  /** To "Mijn vragen", where each has its own way. Absent: that is here. */
  readonly onMine?: (() => void) | undefined;
}

/** Says that questions or replies have waited so long that the browser may clear them, and leads to where something can be done. */
export function LateNotice({ kind, late: { count, days }, onThis, onMine }: LateNoticeProps): JSX.Element {
  const t = useText();
  const announce = useAnnounce();
  const isReply = kind === 'reply';
  const text = t(isReply ? 'wait.late.replies' : 'wait.late', { n: count, days });
  useEffect(() => announce(text), [text]);
  const action = onThis ? (
    <Button onPress={onThis}>{t(isReply ? 'wait.late.reply' : 'wait.late.ways')}</Button>
  ) : (
    onMine && <Button onPress={onMine}>{t('home.mine')}</Button>
  );
  return (
    <Notice kind="warning" {...(action && { actions: action })}>
      {text}
    </Notice>
  );
}
