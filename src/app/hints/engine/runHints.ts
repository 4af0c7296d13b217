import { disposeModel } from '../../../foundation/disposeModel';
import { createLifetime, type Lifetime } from '../../../foundation/lifetime';
import {
  HintsModel,
  isBehindModal,
  type Explanation,
  type HintKeeping,
  type HintPageWithElements,
  type HintParts,
  type HintsModelInstance,
} from '../../../hints';
import type { ListedHint } from '../../hintsPart';
import type { BarPlace } from '../../launcher';
import { once } from '../../once';
import type { HintsParts } from '../hintsParts';
import type { PersonPorts } from '../personPorts';
import { followAppFacts } from './appFacts';
import { followPages, pagePath } from './pagePath';

/** What hints run with. */
export interface RunHintsOptions extends HintsParts, PersonPorts {
  readonly defaultLocale: string;
  /** What keeps what somebody did. It is fetched beside this. */
  readonly keepingPart: typeof import('../keeping');
}

/** Hints that run for one person. */
export interface RunningHints {
  track(event: string): void;
  start(hint: string): Promise<boolean>;
  stop(): void;
  reset(hint: string): void;
  refresh(): void;
  list(): Promise<readonly ListedHint[]>;
  explain(hint: string): Promise<Explanation>;
  isOff(): boolean;
  turnOff(isOff: boolean): void;
  /** Puts away what was done, before the person is forgotten. */
  leave(): Promise<void>;
}

/** Runs hints for one person until `life` ends; then nothing of them is left, not on the screen, not in memory and not on its way. */
export async function runHints(options: RunHintsOptions, life: Lifetime): Promise<RunningHints | undefined> {
  const { model: app, view, log, clock, desk, doors, keepingPart } = options;
  const { modals, bar } = await options.launcher();
  if (life.hasEnded) return undefined;
  const { locks } = view.navigator;
  const { ask, newId, space } = options;
  const keepLife = createLifetime(); // of who leaves it ends when what they did is put away
  let isLeaving = false;
  life.add(() => isLeaving || keepLife.end());
  const keeping = keepingPart.createHintKeeping({ ...space, ask, locks, clock, newId, lifetime: keepLife });
  const isModalOpen = (): boolean => isBehindModal(undefined, view.document, (element) => doors.isOwn(element));
  const model: HintsModelInstance = new HintsModel({
    ...options,
    log,
    createPast: (own) => new keepingPart.PastModel({ ...own, keeping: telling(keeping, options.news) }),
    parts: partsOf(options, { life, bar, isModalOpen, hints: () => model }),
    isModalOpen,
    followModals: modals.follow,
    locale: () => app.settings.peek().locale,
    displayable: desk.displayable,
  });
  life.add(() => disposeModel(model));
  life.add(app.isAside.subscribe((isAside) => (model.isHidden.value = isAside)));
  followWhere(options, { model, life });
  await model.start();
  return {
    track: (event) => void model.track(event),
    start: async (hint) => model.list().includes(hint) && model.show(hint),
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

/** What is told to the receiver is told to the host too. */
function telling(keeping: HintKeeping, news: HintsParts['news']): HintKeeping {
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
  readonly life: Lifetime;
  readonly bar: BarPlace;
  isModalOpen(): boolean;
  hints(): HintsModelInstance;
}

/** What is fetched when it is needed; what was made of it stays. */
function partsOf(options: RunHintsOptions, { life, bar, isModalOpen, hints }: Around): HintParts {
  const { lazyHints } = options;
  let page: HintPageWithElements | undefined;
  const look = async (): Promise<(life: Lifetime) => HintPageWithElements> => {
    const { lookAtPage } = await lazyHints.looking();
    return (until) => lookAtPage(options, until);
  };
  return {
    async judging() {
      const { createJudging, createPageWhenAsked } = await lazyHints.judging();
      page ??= createPageWhenAsked({ fetch: look, isModalOpen }, life);
      return { createJudging, page };
    },
    playing: once(async () => {
      const { playHints } = await lazyHints.playing();
      if (!page) throw new Error('What plays is asked for by what judges, which made the page.');
      return playHints({ ...options, bar, page, hints: hints() }, life);
    }),
  };
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
