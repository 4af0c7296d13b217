type NativeHandlers<Target extends EventTarget> = {
  readonly [Type in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Type], element: Target) => void;
};

/** Props that Preact turns into listeners. */
export type ListenerProps = Readonly<Record<string, (event: Event) => void>>;

/**
 * Listens to native events on one of our elements: by their own name, and as `cl-<type>` when the firewall took them from the host.
 * The second argument is the element that listens: the native `target` points at our host element by then.
 * A handler that has dealt with an event says so by `preventDefault()`; outer layers look at `defaultPrevented`.
 *
 * @example
 * <input {...on<HTMLInputElement>({ input: (_, field) => onInput(field.value) })} />
 */
export function on<Target extends EventTarget = HTMLElement>(handlers: NativeHandlers<Target>): ListenerProps {
  const props: Record<string, (event: Event) => void> = {};
  for (const [type, handler] of Object.entries(handlers)) {
    const listener = (event: Event): void => {
      const native = event instanceof CustomEvent ? (event.detail as Event) : event; // cl-<type> carries the native event, firewall.ts
      (handler as (event: Event, element: EventTarget | null) => void)(native, event.currentTarget); // the type of `handlers` pairs them
    };
    props[`on${type}`] = listener;
    props[`oncl-${type}`] = listener;
  }
  return props;
}
