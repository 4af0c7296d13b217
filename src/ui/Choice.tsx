import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { on } from './on';

/** One of the answers of a `Choice`. */
export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** What a `Choice` takes. */
export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: ComponentChildren;
  readonly hideLabel?: boolean | undefined;
}

/** Draws a choice of one as chips: a radio group, so arrow keys move and choose. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  hideLabel,
}: ChoiceProps<Value>): JSX.Element {
  const id = useId();
  return (
    <div class="field" role="radiogroup" aria-labelledby={id} aria-describedby={hint ? `${id}-hint` : undefined}>
      <div class={hideLabel ? 'spoken' : 'field-top'} id={id}>
        {label}
      </div>
      <div class="chips">
        {options.map((option) => (
          <label class="chip" key={option.value}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              {...on({ change: () => onChange(option.value) })}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <div class="small" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** What a `Checkbox` takes. */
export interface CheckboxProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly id?: string | undefined;
}

/** Draws one box to tick, with its text as part of the target. */
export function Checkbox({ label, checked, onChange, id }: CheckboxProps): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        {...(id === undefined ? {} : { id })}
        checked={checked}
        {...on<HTMLInputElement>({ change: (_, box) => onChange(box.checked) })}
      />
      <span>{label}</span>
    </label>
  );
}
