import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '../texts';
import { Icon } from './Icon';

interface DialogProps {
  readonly title: string;
  readonly onClosed: () => void;
  readonly children: ComponentChildren;
}

/** Shows a native modal dialog for as long as it is rendered. Escape and the cross close it. */
export function Dialog({ title, onClosed, children }: DialogProps): JSX.Element {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClosed}>
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={t('action.close')} onClick={onClosed}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
