import type { Lifetime, Undo } from '../../../foundation/lifetime';
import { createHintPage, localesOf, type HintPageWithElements } from '../../../hints';
import type { HintsParts } from '../hintsParts';

/** What the page is looked at with. */
export interface LookAtPageOptions extends Pick<HintsParts, 'view' | 'doors' | 'model' | 'clock' | 'options'> {
  /** The language that all hints fall back on. */
  readonly defaultLocale: string;
  /** Runs what the browser calls: nothing of it gets into the host's way. */
  safely(action: () => unknown): unknown;
}

/** Looks at the page of the host, until `life` ends. */
export function lookAtPage(
  { view, doors, model, clock, options, defaultLocale, safely }: LookAtPageOptions,
  life: Lifetime,
): HintPageWithElements {
  const { testIdAttribute } = options();
  return createHintPage(
    {
      clock,
      safely,
      look: () => ({
        page: view.document,
        testIdAttribute,
        locales: localesOf(model.settings.peek().locale, defaultLocale),
      }),
      isOwn: (element) => doors.isOwn(element),
      followErrors: (listener) => followErrors(view, () => listener()),
    },
    life,
  );
}

/** Calls after an error of the page. What it says is nobody's business here. */
function followErrors(view: Window, onError: () => void): Undo {
  const listener = ({ target, type }: Event): void => {
    if (type !== 'error' || target === view) onError(); // of a picture that did not load the target is the picture
  };
  for (const name of ['error', 'unhandledrejection']) view.addEventListener(name, listener);
  return () => {
    for (const name of ['error', 'unhandledrejection']) view.removeEventListener(name, listener);
  };
}
