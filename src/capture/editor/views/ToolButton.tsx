import type { JSX } from 'preact';
import { on } from '../../../ui';
import { ToolIcon, type ToolIconName } from './ToolIcon';

/** What a `ToolButton` takes. */
export interface ToolButtonProps {
  readonly icon: ToolIconName;
  readonly name: string;
  /** Told whether it was a key: then there is no pointer to draw with. */
  readonly onPress: (byKey: boolean) => void;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** `aria-keyshortcuts`. */
  readonly keys?: string | undefined;
  /** Shows the name below the icon where there is room. */
  readonly labelled?: boolean | undefined;
  readonly tabIndex?: number | undefined;
}

/** Draws a button of the editor: an icon, with its name below it or as its title. */
export function ToolButton({
  icon,
  name,
  onPress,
  pressed,
  disabled,
  keys,
  labelled,
  tabIndex,
}: ToolButtonProps): JSX.Element {
  const press = on<HTMLButtonElement>({ click: (event) => disabled || onPress(event.detail === 0) });
  const attributes = {
    tabIndex,
    'aria-pressed': pressed,
    'aria-disabled': disabled ? 'true' : undefined,
    'aria-keyshortcuts': keys,
    title: keys?.length === 1 ? `${name} (${keys})` : name,
    ...press,
  } as JSX.IntrinsicElements['button']; // exactOptionalPropertyTypes: Preact leaves out attributes that are undefined
  return (
    <button type="button" class={labelled ? 'button bare mask-tool' : 'button bare'} aria-label={name} {...attributes}>
      <ToolIcon name={icon} />
      {labelled && <span aria-hidden="true">{name}</span>}
    </button>
  );
}
