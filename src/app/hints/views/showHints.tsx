import '@preact/signals';
import { render } from 'preact';
import { createLifetime, type Undo } from '../../../foundation/lifetime';
import type { HintPageWithElements, HintsModelInstance, ShownHint } from '../../../hints';
import { HintLayer, hintsSheet, hintStop, type HintPlaces } from '../../../hints/views';
import { createFormat, createTranslate, type Messages } from '../../../locale';
import { nlHints } from '../../../locale/nlHints';
import { adoptSheets, applyTheme, cycleFocus, sheets, TextProvider, type FocusStop } from '../../../ui';
import type { BarPlace } from '../../launcher';
import { ErrorBoundary } from '../../panel/ErrorBoundary';
import type { ShowingModelInstance } from '../playing/showing.model';
import type { HintsParts } from '../hintsParts';
import { createLazyViews } from './lazyViews';

/** What hints are shown with. */
export interface ShowHintsOptions extends HintsParts {
  readonly bar: BarPlace;
  readonly hints: HintsModelInstance;
  readonly page: HintPageWithElements;
  readonly showing: ShowingModelInstance;
  /** Something of the layer failed. */
  onFailed(cause: unknown): void;
}

/** Shows hints in our movable element until undone. */
export function showHints(options: ShowHintsOptions): Undo {
  const { bar, view, hints, clock, showing, news, model: app } = options;
  const lifetime = createLifetime();
  const root = bar.element.shadowRoot;
  if (!root) return () => undefined;
  const settings = app.settings.peek();
  const { spotlight, describeTargets } = options.options();
  const place = view.document.createElement('div');
  const failed = (cause: unknown): void => {
    news.problem('internal', 'Hints failed and are off on this page.', cause);
    queueMicrotask(() => options.onFailed(cause)); // not while it is drawn
  };
  lifetime.add(bar.hold());
  lifetime.add(adoptSheets(root, [...sheets, hintsSheet]));
  lifetime.add(applyTheme(bar.element, settings.theme));
  root.append(place);
  lifetime.add(() => place.remove());
  lifetime.add(() => render(null, place));
  lifetime.add(followKeys(options, root));
  void wordsOf(options).then((messages) => {
    if (lifetime.hasEnded) return;
    const locale = settings.locale === 'en' ? 'en' : 'nl';
    const { brand, messages: overrides } = settings;
    bar.element.lang = locale;
    render(
      <TextProvider
        translate={createTranslate({ locale, messages, brand: brand.name, overrides })}
        format={createFormat(locale)}
      >
        <ErrorBoundary onError={failed} fallback={null}>
          <HintLayer
            shown={hints.shown}
            doings={hints.doings}
            places={placesOf(options)}
            clock={clock}
            isHidden={app.isAside}
            gone={showing.gone}
            hasSpotlight={spotlight}
            {...(describeTargets && { describe: describing(options, root) })}
          />
        </ErrorBoundary>
      </TextProvider>,
      place,
    );
  });
  return () => lifetime.end();
}

/** Lets the places of hints point to their words, as soon as what does it is here. */
function describing({ chunks }: ShowHintsOptions, root: ShadowRoot): (hint: ShownHint, target: Element) => Undo {
  const lazy = createLazyViews(chunks);
  return (hint, target) => {
    const life = createLifetime();
    const describe = ({ describeTarget }: typeof import('../describing')): void => {
      if (!life.hasEnded) life.add(describeTarget(target, hint, root));
    };
    lazy.describing().then(describe, () => undefined); // told by its chunk
    return () => life.end();
  };
}

/** The words of the layer. A language that does not arrive is replaced by Dutch. */
async function wordsOf({ model, lazyHints }: ShowHintsOptions): Promise<Partial<Messages>> {
  const { locale } = model.settings.peek();
  try {
    if (locale === 'en') return (await lazyHints.english()).en;
    if (locale === 'nl-x-formeel') return { ...nlHints, ...(await lazyHints.formalDutch()).nlFormal };
  } catch {
    // told by its chunk
  }
  return nlHints;
}

/** Where hints stand, from the page's own memory: nothing is measured for it. */
function placesOf({ hints, page }: ShowHintsOptions): HintPlaces {
  return {
    of(hint) {
      const target = hints.placeOf(hint);
      return target === undefined ? undefined : page.elementOf(target);
    },
    follow: (listener) => page.listen((signs) => signs.some(({ is }) => is === 'place') && listener()),
  };
}

/** One key goes round: page, hint, panel. Over a dialog of the host the panel has the key for itself, as hints can't be reached there. */
function followKeys({ view, root: panel, options }: ShowHintsOptions, bar: ShadowRoot): Undo {
  const { shortcut: key } = options();
  const inPanel = panel.shadowRoot;
  if (key === false || !inPanel) return () => undefined;
  const dialog = (): HTMLDialogElement | null => inPanel.querySelector('dialog.panel');
  const isOver = (): boolean => dialog()?.open === true;
  const hint = hintStop(bar);
  const beside: FocusStop = {
    isShown: () => dialog()?.matches(':popover-open') === true,
    hasFocus: () => inPanel.activeElement !== null,
    enter: () => dialog()?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true }),
  };
  return cycleFocus({
    view,
    key,
    roots: [bar, inPanel],
    stops: [{ ...hint, isShown: () => !isOver() && hint.isShown() }, beside],
  });
}
