import type { JSX } from 'preact';
import type { MessageKey } from '../../locale';
import { Button, Notice, Screen, Skeleton, useText } from '../../ui';
import type { PanelContext } from './panelContext';
import type { ChunkState } from './useChunk';

/** What a `ChunkScreen` takes. */
export interface ChunkScreenProps extends Pick<PanelContext, 'frame'> {
  readonly title: MessageKey;
  readonly chunk: ChunkState<unknown>;
}

/** Stands in for a screen whose chunk is on its way, or did not arrive. */
export function ChunkScreen({ frame, title, chunk }: ChunkScreenProps): JSX.Element {
  const t = useText();
  return (
    <Screen {...frame} title={t(title)}>
      {chunk.state === 'failed' ? (
        <Notice kind="warning" actions={<Button onPress={chunk.retry}>{t('err.retry')}</Button>}>
          {t('state.failed')}
        </Notice>
      ) : (
        <>
          <p class="spoken">{t('state.loading')}</p>
          <Skeleton lines={5} />
        </>
      )}
    </Screen>
  );
}
