import type { Happenings } from '../../capture/recording';
import type { Clock } from '../../foundation/clock';
import { observeNavigation } from '../../host';

/** What happenings are heard with. */
export interface HappeningsOptions {
  readonly view: Window;
  readonly clock: Clock;
  /** What the screen that is open now is called, in the host's words. */
  place(): string;
}

/** Hears errors and changes of screen, by events only. An error's message may hold a name: only its kind is told. */
export function createHappenings({ view, clock, place }: HappeningsOptions): Happenings {
  return {
    subscribe(listener) {
      const hear = (name: string, kindOf: (event: Event) => string): (() => void) => {
        const told = (event: Event): void => listener({ at: clock.now(), kind: 'error', name: kindOf(event) });
        view.addEventListener(name, told);
        return () => view.removeEventListener(name, told);
      };
      const undos = [
        hear('error', (event) => kindOfError((event as ErrorEvent).error)), // the type of `error` events on a window
        hear('unhandledrejection', (event) => kindOfError((event as PromiseRejectionEvent).reason)), // as above
        observeNavigation(view, () => listener({ at: clock.now(), kind: 'navigation', name: place() })),
      ];
      return () => undos.forEach((undo) => undo());
    },
  };
}

/** Names of errors are the code's own words. Anything else that is thrown may be somebody's. */
const kindOfError = (thrown: unknown): string =>
  thrown instanceof Error && /^\w{1,60}$/.test(thrown.name) ? thrown.name : 'Error';
