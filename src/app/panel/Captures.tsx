import type { JSX } from 'preact';
import { Button, Notice, Skeleton, useText } from '../../ui';
import type { PanelContext } from './panelContext';
import { useChunk } from './useChunk';

/** Joins pictures and files with the question that is open; their chunk is fetched now. */
export function Captures(context: PanelContext): JSX.Element {
  const t = useText();
  const part = useChunk(context.port.lazy.captures);
  if (part.state === 'here') return <part.chunk.QuestionCaptures {...context} />;
  if (part.state === 'loading') return <Skeleton lines={2} />;
  return (
    <Notice kind="warning" actions={<Button onPress={part.retry}>{t('err.retry')}</Button>}>
      {t('err.capture')}
    </Notice>
  );
}
