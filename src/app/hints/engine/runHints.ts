import { disposeModel } from '../../../foundation/disposeModel';
import { createLifetime, type Lifetime, type Undo } from '../../../foundation/lifetime';
import {
  createHintPage,
  HintsModel,
  localesOf,
  type Explanation,
  type HintsModelInstance,
  type HintPageWithElements,
  type HintsDeps,
  type ShownHint,
} from '../../../hints';
import type { ListedHint } from '../../hintsPart';
import { createHintKeeping } from '../keeping';
import type { PersonPorts } from '../personPorts';
import { createHintSlots } from '../slots';
import type { HintsParts } from '../hintsParts';
import type { ShowHintsOptions } from '../views';
import { followAppFacts } from './appFacts';
import { createHintDeeds } from './hintDeeds';
import { followPages, pagePath } from './pagePath';
import { ShowingModel, type ShowingModelInstance } from './showing.model';

/** What hints run with. */
export interface RunHintsOptions extends HintsParts, PersonPorts {
  readonly defaultLocale: string;
}

/** Hints that run for one person. */
export interface RunningHints {
  track(event: string): void;
  start(hint: string): boolean;
  stop(): void;
  reset(hint: string): void;
  refresh(): void;
  list(): Promise<readonly ListedHint[]>;
  explain(hint: string): Explanation;
  isOff(): boolean;
  turnOff(isOff: boolean): void;
  /** Puts away what was done, before the person is forgotten. */
  leave(): Promise<void>;
}

/** Runs hints for one person until `life` ends; then nothing of them is left, not on the screen and not in memory. */
export async function runHints(options: RunHintsOptions, life: Lifetime): Promise<RunningHints> {
  const { model: app, clock, log, desk } = options;
  const launcher = await options.launcher();
  const { view, ask, space, newId } = options;
  const { owner, database, digests } = space;
  const { locks } = view.navigator;
  const keepLife = createLifetime(); // of who leaves it ends when what they did is put away
  let isLeaving = false;
  life.add(() => isLeaving || keepLife.end());
  const keeping = createHintKeeping({ owner, ask, database, locks, clock, newId, digests, lifetime: keepLife });
  const page = createPage(options, { modals: launcher.modals, life });
  const showing: ShowingModelInstance = new ShowingModel();
  const model = new HintsModel({
    ...options,
    page,
    clock,
    log,
    slots: createHintSlots(locks, life),
    keeping: telling(keeping, options.news),
    deeds: createHintDeeds({ ...options, onGone: () => (showing.isArticleGone.value = true) }),
    locale: () => app.settings.peek().locale,
    displayable: desk.displayable,
  });
  life.add(() => disposeModel(model));
  life.add(() => disposeModel(showing));
  life.add(app.isAside.subscribe((isAside) => (model.isHidden.value = isAside)));
  followWhere(options, { model, life });
  life.add(model.shown.subscribe(showOnce({ ...options, ...launcher, hints: model, page, showing }, life)));
  await model.start();
  return {
    track: (event) => void model.track(event),
    start(hint) {
      if (!model.list().includes(hint)) return false;
      model.show(hint);
      return true;
    },
    stop: () => void model.stop(),
    reset: (hint) => void model.reset(hint),
    refresh: () => void model.refresh(),
    list: model.titles,
    explain: model.explain,
    isOff: () => model.isOff.peek(),
    turnOff: (isOff) => void model.turnOff(isOff),
    leave() {
      isLeaving = true;
      return keeping.leave().finally(() => keepLife.end());
    },
  };
}

/** Fetches what draws when the first hint is to be seen. */
function showOnce(options: Omit<ShowHintsOptions, 'onFailed'>, life: Lifetime): (shown: readonly ShownHint[]) => void {
  let isDrawn = false;
  const draw = ({ showHints }: { readonly showHints: (options: ShowHintsOptions) => Undo }): void => {
    if (isDrawn || life.hasEnded) return;
    isDrawn = true;
    life.add(showHints({ ...options, onFailed: () => life.end() }));
  };
  return (shown) => {
    if (shown.length > 0 && !isDrawn) options.lazyHints.views().then(draw, () => undefined); // told by its chunk; the next showing tries again
  };
}

/** What is told to the receiver is told to the host too. */
function telling(keeping: HintsDeps['keeping'], news: HintsParts['news']): HintsDeps['keeping'] {
  return {
    load: () => keeping.load(),
    save: (kept) => keeping.save(kept),
    changed: (listener) => keeping.changed(listener),
    tell(event, key) {
      keeping.tell(event, key);
      const { hint, what, step } = event;
      news.hint({ hint, what, ...(step !== undefined && { step }) });
    },
  };
}

interface Around {
  readonly modals: { follow(listener: () => void): Undo };
  readonly life: Lifetime;
}

function createPage(options: RunHintsOptions, { modals, life }: Around): HintPageWithElements {
  const { view, doors, model, clock, defaultLocale } = options;
  const rule = options.options();
  return createHintPage(
    {
      clock,
      look: () => ({
        page: view.document,
        testIdAttribute: rule.testIdAttribute,
        locales: localesOf(model.settings.peek().locale, defaultLocale),
      }),
      isOwn: (element) => doors.isOwn(element),
      followRoute: (listener) => followPages(view, rule, () => listener(pagePath(view.location, rule))),
      followErrors: (listener) => followErrors(view, () => listener()),
      followModals: (listener) => modals.follow(listener),
    },
    life,
  );
}

/** Tells the hints where the person is and what is known, at once and whenever something of it is different. */
function followWhere(
  options: RunHintsOptions,
  { model, life }: { readonly model: HintsModelInstance; readonly life: Lifetime },
): void {
  const { view, desk, model: app } = options;
  const rule = options.options();
  const look = (): void => {
    const { place } = app.subject.context();
    const places = desk.pages() ?? (typeof place === 'string' ? [place] : []);
    model.know(new Map([...appFacts.read(), ...desk.facts()]));
    model.goTo(pagePath(view.location, rule), ...places);
  };
  let isReady = false;
  const lookAgain = (): void => {
    if (isReady) look();
  };
  const appFacts = followAppFacts(options, lookAgain);
  life.add(() => appFacts.end());
  life.add(desk.follow(lookAgain));
  life.add(followPages(view, rule, lookAgain));
  isReady = true; // signals call whoever subscribes at once
  look();
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
