import type { JSX } from 'preact';
import { Icon, type IconName } from './Icon';

/** What a small button with a picture needs. */
export interface ToolProps {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress: () => void;
  readonly keys?: string;
  readonly pressed?: boolean;
  /** The one that takes focus when what had it is gone. */
  readonly main?: boolean;
}

/** A button that shows a picture and is called by its name. */
export const Tool = ({ icon, name, onPress, keys, pressed, main }: ToolProps): JSX.Element => (
  <button
    type="button"
    class="button quiet iconOnly"
    aria-label={name}
    aria-keyshortcuts={keys}
    aria-pressed={pressed}
    title={name}
    data-main={main}
    onClick={onPress}
  >
    <Icon name={icon} />
  </button>
);
