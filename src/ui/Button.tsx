import type { ComponentChildren, JSX, Ref } from 'preact';
import { Icon, type IconName } from './Icon';
import { on } from './on';

interface PressProps {
  readonly onPress: () => void;
  readonly id?: string | undefined;
  /** Still found by keyboard and screen reader, so that `describedBy` can tell why. */
  readonly disabled?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  /** `aria-keyshortcuts`, such as `Control+Enter`. */
  readonly keys?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

/** What a `Button` takes. */
export interface ButtonProps extends PressProps {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: IconName | undefined;
  /** Replaces the visible text as the button's name; must begin with it. */
  readonly name?: string | undefined;
  readonly children: ComponentChildren;
}

/** Draws a button with text. One `primary` per screen. */
export function Button({ kind = 'secondary', icon, name, children, ...press }: ButtonProps): JSX.Element {
  return (
    <button class={`button ${kind}`} aria-label={name} {...pressProps(press)}>
      {press.busy ? <Spinner /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** What an `IconButton` takes. */
export interface IconButtonProps extends PressProps {
  readonly icon: IconName;
  readonly name: string;
}

/** Draws a button that shows only an icon. Its name is spoken, and shown by the browser when the mouse rests on it. */
export function IconButton({ icon, name, ...press }: IconButtonProps): JSX.Element {
  return (
    <button class="button bare" aria-label={name} title={name} {...pressProps(press)}>
      <Icon name={icon} />
    </button>
  );
}

/** Turns while something is under way. The text beside it says what. */
export function Spinner(): JSX.Element {
  return <span class="spinner" aria-hidden="true" />;
}

function pressProps(press: PressProps): JSX.IntrinsicElements['button'] {
  const { onPress, id, disabled = false, busy = false, describedBy, pressed, expanded, keys, buttonRef } = press;
  return {
    type: 'button',
    id,
    ref: buttonRef,
    'aria-disabled': disabled || busy ? 'true' : undefined,
    'aria-busy': busy ? 'true' : undefined,
    'aria-describedby': describedBy,
    'aria-pressed': pressed,
    'aria-expanded': expanded,
    'aria-keyshortcuts': keys,
    ...on({ click: () => disabled || busy || onPress() }),
  } as JSX.IntrinsicElements['button']; // exactOptionalPropertyTypes: Preact leaves out attributes that are undefined
}
