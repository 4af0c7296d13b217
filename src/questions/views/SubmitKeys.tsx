import type { ComponentChildren, JSX } from 'preact';
import { on } from '../../ui';

/** What `SubmitKeys` takes. */
export interface SubmitKeysProps {
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

/** Listens for Ctrl+Enter or ⌘+Enter anywhere on a screen: the next step, or send. */
export function SubmitKeys({ onSubmit, children }: SubmitKeysProps): JSX.Element {
  const keys = on({
    keydown: (event) => {
      if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing)
        return;
      event.preventDefault(); // a button that has the focus is not pressed as well
      onSubmit();
    },
  });
  return (
    <div class="q-keys" {...keys}>
      {children}
    </div>
  );
}
