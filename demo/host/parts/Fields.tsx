import type { ComponentChildren, JSX, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'time';
  readonly placeholder?: string;
  readonly hint?: string;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly onChanged?: (value: string) => void;
}

type InputEventOf = TargetedInputEvent<HTMLInputElement>;

/** Shows a field of one line with its label. */
export function TextInput({ label, hint, onChanged, type = 'text', ...rest }: TextInputProps): JSX.Element {
  const id = useId();
  const all = {
    ...rest,
    id,
    title: hint,
    autocomplete: 'off',
    onInput: (event: InputEventOf) => onChanged?.(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'text' ? <input {...all} type="text" /> : <input {...all} type={type} />}
    </div>
  );
}

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly placeholder?: string;
  readonly describedBy?: string;
  /** The name of this place for hints. */
  readonly supportHint?: string;
  readonly onChanged: (value: string) => void;
}

/** Shows a field of several lines with its label. */
export function TextArea({ label, describedBy, supportHint, onChanged, ...rest }: TextAreaProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        {...rest}
        aria-describedby={describedBy}
        data-support-hint={supportHint}
        onInput={(event) => onChanged(event.currentTarget.value)}
      />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly hideLabel?: boolean;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChanged: (value: string) => void;
}

/** Shows a choice from a list with its label. */
export function Select({ label, value, options, hideLabel = false, onChanged }: SelectProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class={hideLabel ? 'sr-only' : undefined} for={id}>
        {label}
      </label>
      <span class="select">
        <select id={id} value={value} onChange={(event) => onChanged(event.currentTarget.value)}>
          {options.map(([key, text]) => (
            <option key={key} value={key} selected={key === value}>
              {text}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
      </span>
    </div>
  );
}

/** Shows a row of exclusive choices as one control. */
export function Segments({ label, value, options, onChanged }: SelectProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="sr-only">{label}</legend>
      {options.map(([key, text]) => (
        <label key={key}>
          <input type="radio" name={name} value={key} checked={key === value} onChange={() => onChanged(key)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly more?: string;
  readonly checked: boolean;
  readonly onChanged: (checked: boolean) => void;
}

/** Shows a setting that is on or off, at once. */
export function Switch({ label, more, checked, onChanged }: ToggleProps): JSX.Element {
  const id = useId();
  return (
    <div class="switch-row">
      <div>
        <label for={id}>{label}</label>
        {more !== undefined && (
          <p class="muted" id={`${id}-more`}>
            {more}
          </p>
        )}
      </div>
      <input
        class="switch"
        type="checkbox"
        role="switch"
        id={id}
        checked={checked}
        aria-describedby={more === undefined ? undefined : `${id}-more`}
        onChange={(event) => onChanged(event.currentTarget.checked)}
      />
    </div>
  );
}

/** Shows a box to tick, with its label beside it. */
export function Check({ label, checked, onChanged }: ToggleProps): JSX.Element {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChanged(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Shows a name and a value in a list of facts. */
export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
