import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '../texts';
import { Icon } from './Icon';

interface DialogProps {
  readonly title: string;
  readonly onClosed: () => void;
  /** Gets what closes the dialog; closing gives focus back to where it came from. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** Shows a native modal dialog for as long as it is rendered. Escape and the cross close it. */
export function Dialog({ title, onClosed, children }: DialogProps): JSX.Element {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClosed}>
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={t('action.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {children(close)}
    </dialog>
  );
}
