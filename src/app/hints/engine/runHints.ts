import { disposeModel } from '../../../foundation/disposeModel';
import type { Lifetime } from '../../../foundation/lifetime';
import { HintsModel, openModals, type Explanation, type HintsDeps, type HintsModelInstance } from '../../../hints';
import type { ListedHint } from '../../hintsPart';
import { once } from '../../once';
import type { HintsParts } from '../hintsParts';
import type { PersonPorts } from '../personPorts';
import { followAppFacts } from './appFacts';
import { createLazyEngine } from './lazyEngine';
import { followPages, pagePath } from './pagePath';

/** What hints run with. */
export interface RunHintsOptions extends HintsParts, PersonPorts, Pick<HintsDeps, 'createPast'> {
  readonly defaultLocale: string;
}

/** Hints that run for one person. */
export interface RunningHints {
  track(event: string): void;
  reportError(code: string): void;
  start(hint: string): Promise<boolean>;
  stop(): void;
  reset(hint: string): void;
  refresh(): void;
  list(): Promise<readonly ListedHint[]>;
  explain(hint: string): Promise<Explanation>;
  isOff(): boolean;
  turnOff(isOff: boolean): void;
}

/** Runs hints for one person until `life` ends; then nothing of them is left: not on the screen, not in memory and not on its way. */
export async function runHints(options: RunHintsOptions, life: Lifetime): Promise<RunningHints | undefined> {
  const { judging } = createLazyEngine(options.chunks);
  const { model: app, view, doors } = options;
  const { modals, bar } = await options.launcher();
  if (life.hasEnded) return undefined;
  const isModalOpen = (): boolean => openModals(view.document, (element) => doors.isOwn(element)).length > 0;
  const model: HintsModelInstance = new HintsModel({
    ...options,
    judging: once(async () => {
      const { judgeHints } = await judging();
      return judgeHints({ ...options, bar, isModalOpen, hints: () => model }, life);
    }),
    isModalOpen,
    followModals: (listener) => modals.follow(listener),
    locale: () => app.settings.peek().locale,
    displayable: options.desk.displayable,
  });
  life.add(() => disposeModel(model));
  life.add(bar.onRemoved(() => model.noteRemoved()));
  life.add(app.isAside.subscribe((isAside) => (model.isHidden.value = isAside)));
  followWhere(options, { model, life });
  await model.start();
  const { track, reportError, stop, reset, refresh, titles: list, explain, turnOff } = model;
  return {
    track,
    reportError,
    stop,
    reset,
    refresh,
    list,
    explain,
    turnOff,
    start: async (hint) => model.list().includes(hint) && model.show(hint),
    isOff: () => model.isOff.peek(),
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
