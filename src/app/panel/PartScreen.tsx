import type { ComponentType, JSX } from 'preact';
import type { MessageKey } from '../../locale';
import { Button, Notice, Screen, Skeleton, useText } from '../../ui';
import type { PanelContext } from './panelContext';
import { useChunk } from './useChunk';

/** What a `PartScreen` takes. */
export interface PartScreenProps extends PanelContext {
  /** Gives the part that draws the screen. */
  readonly fetch: () => Promise<{ readonly Screens: ComponentType<PanelContext> }>;
  /** Stands above while it is on its way. */
  readonly title: MessageKey;
}

/** Draws a screen whose chunk is fetched now; says so while it is on its way, and when it did not arrive. */
export function PartScreen({ fetch, title, ...context }: PartScreenProps): JSX.Element {
  const t = useText();
  const part = useChunk(fetch);
  if (part.state === 'here') return <part.chunk.Screens {...context} />;
  if (part.state === 'loading') return <WaitingScreen frame={context.frame} title={title} />;
  return (
    <Screen {...context.frame} title={t(title)}>
      <Notice kind="warning" actions={<Button onPress={part.retry}>{t('err.retry')}</Button>}>
        {t('state.failed')}
      </Notice>
    </Screen>
  );
}

/** Stands in for a screen that is on its way. */
export function WaitingScreen({ frame, title }: Pick<PartScreenProps, 'frame' | 'title'>): JSX.Element {
  const t = useText();
  return (
    <Screen {...frame} title={t(title)}>
      <p class="spoken">{t('state.loading')}</p>
      <Skeleton lines={5} />
    </Screen>
  );
}
