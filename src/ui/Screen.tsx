import type { ComponentChildren, JSX } from 'preact';
import { useText } from './text';
import { IconButton } from './Button';

/** What a `Screen` takes. */
export interface ScreenProps {
  readonly title: string;
  /** Id of the title: the layer is named by it, and focus goes there when the panel opens. */
  readonly titleId: string;
  readonly onBack?: (() => void) | undefined;
  readonly onMove?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
  /** Buttons that stay in view at the bottom; the primary one last. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Draws one screen of the panel: header, scrolling middle, buttons. */
export function Screen({ title, titleId, onBack, onMove, onClose, actions, children }: ScreenProps): JSX.Element {
  const t = useText();
  return (
    <>
      <div class="header">
        {onBack && <IconButton icon="back" name={t('panel.back')} onPress={onBack} />}
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        {onMove && <IconButton icon="side" name={t('panel.move')} onPress={onMove} />}
        {onClose && <IconButton icon="close" name={t('panel.close')} onPress={onClose} keys="Escape" />}
      </div>
      <div class="screen">{children}</div>
      {actions && <div class="footer">{actions}</div>}
    </>
  );
}
