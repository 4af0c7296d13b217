import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button, type ButtonProps } from './Button';
import { on } from './on';

/** What a `FilePicker` takes. */
export interface FilePickerProps extends Pick<ButtonProps, 'kind' | 'disabled' | 'busy' | 'describedBy'> {
  readonly onFiles: (files: readonly File[]) => void;
  /** As in `<input accept>`. A wish, no check: the bytes are looked at afterwards. */
  readonly accept?: string | undefined;
  /** As in `<input capture>`: on a phone it opens the camera. */
  readonly capture?: 'user' | 'environment' | undefined;
  readonly children: ComponentChildren;
}

/** Draws a button that lets the person pick files. */
export function FilePicker({ onFiles, accept, capture, children, ...button }: FilePickerProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const picked = on<HTMLInputElement>({
    change: (_, field) => {
      onFiles([...(field.files ?? [])]);
      field.value = ''; // so that the same file can be picked again
    },
  });
  return (
    <>
      <Button icon="file" {...button} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        {...(accept === undefined ? {} : { accept })}
        {...(capture === undefined ? {} : { capture })}
        {...picked}
      />
    </>
  );
}
