import type { ComponentChildren, JSX, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon';
import { on } from './on';

/** What a `TextField` takes. */
export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  /** A short help under the field. */
  readonly hint?: ComponentChildren;
  /** An example under the label: a placeholder would vanish at the first letter. */
  readonly example?: string | undefined;
  readonly error?: string | undefined;
  /** What happened to the text, such as that it is saved. Stands opposite the label, in one line. */
  readonly status?: ComponentChildren;
  readonly hideLabel?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocusRef?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
  /** Enter in a field of one line. */
  readonly onEnter?: (() => void) | undefined;
  /** Ctrl+Enter or ⌘+Enter. */
  readonly onSubmit?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** Draws a field for text with its label, help and error tied to it. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { label, hint, example, error, status, hideLabel } = props;
  const id = useId();
  return (
    <div class="field">
      <div class={hideLabel ? 'spoken' : 'field-top'}>
        <label for={id}>{label}</label>
        {status && <span class="small">{status}</span>}
      </div>
      {example && (
        <p class="small" id={`${id}-example`}>
          {example}
        </p>
      )}
      {inputOf(id, props)}
      {hint && (
        <div class="small" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

function inputOf(id: string, props: TextFieldProps): JSX.Element {
  const { value, multiline = false, rows = 3, hint, example, error, maxLength, autoFocusRef } = props;
  const describedBy = [example && `${id}-example`, hint && `${id}-hint`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const attributes = {
    id,
    class: 'input',
    value,
    maxLength,
    ref: autoFocusRef,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? 'true' : undefined,
    ...fieldListeners(props),
  } as object; // both elements know these attributes
  return multiline ? (
    <textarea rows={rows} {...attributes} />
  ) : (
    <input type="text" autocomplete="off" {...attributes} />
  );
}

/** Shows what is wrong with a field, with a sign beside the colour. */
export function FieldError({
  id,
  children,
}: {
  readonly id?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <p class="field-error" {...(id === undefined ? {} : { id })}>
      <Icon name="warning" /> {children}
    </p>
  );
}

function fieldListeners({ multiline, onInput, onEnter, onSubmit, onBlur }: TextFieldProps): object {
  return on<HTMLInputElement>({
    input: (_, element) => onInput(element.value),
    blur: () => onBlur?.(),
    keydown: (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      const act = event.ctrlKey || event.metaKey ? onSubmit : multiline ? undefined : onEnter;
      if (!act) return;
      event.preventDefault();
      act();
    },
  });
}
