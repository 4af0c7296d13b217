import type { HintNews } from '../app/hintsPart';
import type { Id } from '../foundation/id';
import type { SupportError } from './errors';

/**
 * Everything `on()` and `once()` can tell, by name.
 *
 * @public
 */
export interface SupportEvents {
  /** The core has started; calls made before now have been carried out. */
  readonly ready: undefined;
  /** The panel is on screen. */
  readonly open: undefined;
  /** The panel is off screen. What was typed is kept. */
  readonly close: undefined;
  /** A submission is saved on the device and on its way. Not a receipt. */
  readonly saved: { readonly submission: Id; readonly questions: number };
  /** The receiver has it: the text is durable there. */
  readonly sent: { readonly submission: Id; readonly reference: string; readonly questions: number };
  /** The number of replies the person has not read. */
  readonly unread: { readonly count: number };
  /**
   * What happened with a hint, such as `rendered`, `seen` (a second in view), `opened`, `next` (with the step of a tour), `done`, `dismissed`,
   * `snoozed`, `never`, `targetMissing`; `hint` is not there when it is about none (`engineError`, `engineDegraded`). Names only. The same is
   * told to the receiver for the statistics; do not count it twice.
   */
  readonly hint: HintNews;
  /** A button of a hint asks your app to do something: its `event`, as the designer wrote it. */
  readonly hintButton: { readonly event: string };
  /** Something the host can mend. */
  readonly problem: SupportError;
  /** The person was signed out here; what was not sent yet. */
  readonly signedOut: { readonly drafts: number; readonly queued: number };
  /** `destroy()` has run: no node, listener or timer is left. */
  readonly destroyed: undefined;
}

/** The name of an event. @public */
export type SupportEventName = keyof SupportEvents;

/** Gets one event. @public */
export type SupportListener<Name extends SupportEventName> = (event: SupportEvents[Name]) => void;

/** Holds listeners and tells them. A listener that throws is reported and keeps nobody else from hearing. */
export interface Events {
  on<Name extends SupportEventName>(name: Name, listener: SupportListener<Name>): () => void;
  emit<Name extends SupportEventName>(name: Name, event: SupportEvents[Name]): void;
  clear(): void;
}

/** Creates an empty list of listeners. */
export function createEvents(onListenerError: (name: string, cause: unknown) => void): Events {
  const listeners = new Map<string, Set<(event: never) => void>>();
  return {
    on(name, listener) {
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard.add(listener));
      return () => heard.delete(listener);
    },
    emit(name, event) {
      for (const listener of Array.from(listeners.get(name) ?? [])) {
        try {
          (listener as (event: unknown) => void)(event); // stored under the name whose event it takes
        } catch (cause) {
          if (name !== 'problem') onListenerError(name, cause);
        }
      }
    },
    clear: () => listeners.clear(),
  };
}
