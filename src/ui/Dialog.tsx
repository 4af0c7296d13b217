import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { useText } from './text';
import { Announcer } from './Announcer';
import { IconButton } from './Button';
import sheet from './dialog.css';
import { on } from './on';
import { useSheet } from './useSheet';

/** What a `Dialog` takes. */
export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** 960 px wide, for pictures and lists beside them. */
  readonly wide?: boolean;
  /** As high as the screen lets it, so that it does not jump while one works in it. */
  readonly tall?: boolean;
  readonly children: ComponentChildren;
  /** Buttons at the bottom; the primary one last. */
  readonly actions?: ComponentChildren;
}

/** Draws a modal layer: everything else rests until it closes. Focus goes in by itself and back to where it was. Its head is no header of the page. */
export function Dialog({ title, onClose, wide = false, tall = false, children, actions }: DialogProps): JSX.Element {
  const t = useText();
  const id = useId();
  const element = useSheet<HTMLDialogElement>(sheet);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const keys = on<HTMLDialogElement>({
    keydown: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    },
    cancel: (event) => {
      event.preventDefault();
      onClose();
    },
  });
  return (
    <dialog ref={element} class={`dialog${wide ? ' wide' : ''}${tall ? ' tall' : ''}`} aria-labelledby={id} {...keys}>
      <Announcer>
        <div class="header">
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" name={t('panel.close')} onPress={onClose} keys="Escape" />
        </div>
        <div class="screen">{children}</div>
        {actions && <div class="footer">{actions}</div>}
      </Announcer>
    </dialog>
  );
}
