import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { IconButton, useText } from '../../ui';
import { useHints } from './hintContext';
import { usePopover } from './usePopover';

/** As long as a message of ours stays. */
const STAYS_MS = 10_000;

/** What a `HintNote` takes. */
export interface HintNoteProps {
  readonly children: ComponentChildren;
  readonly onClose: () => void;
}

/** Draws a short message in the corner. It can be found again elsewhere, so it goes by itself. */
export function HintNote({ children, onClose }: HintNoteProps): JSX.Element {
  const t = useText();
  const { clock } = useHints();
  const note = usePopover<HTMLDivElement>();
  useEffect(() => clock.after(STAYS_MS, onClose), []);
  return (
    <div class="hint hint-corner hint-note" popover="manual" data-spot="bottom-end" ref={note}>
      <div class="hint-in">
        <p>{children}</p>
        <IconButton icon="close" name={t('hint.close')} onPress={onClose} />
      </div>
    </div>
  );
}
