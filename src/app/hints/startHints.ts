import type { HintsPart } from '../hintsPart';
import type { OwnerSpace } from '../owner';
import type { HintSettings } from '../settings';
import { createHintDesk } from './hintDesk';
import type { HintsJoints, HintsParts } from './hintsParts';
import { createLazyHints } from './lazyHints';
import { beginHints, type PersonHints } from './personHints';

/** So often something of ours may fail on one page, whoever is signed in; what draws once: nothing would be seen after that. */
const MOST_FAULTS = 3;

/** Starts hints for whoever is signed in, and anew for who comes after; with `hints: false` they end. */
export function startHints(joints: HintsJoints): HintsPart {
  const { model, owners, lifetime, news } = joints;
  const desk = createHintDesk(news);
  const options = (): HintSettings => model.settings.peek().hints || OFF;
  let faults = 0;
  const parts: HintsParts = {
    ...joints,
    desk,
    options,
    lazyHints: createLazyHints(joints.chunks),
    noteFault: (where) => (faults += where === 'views' ? MOST_FAULTS : 1) >= MOST_FAULTS,
  };
  let now: (PersonHints & { readonly of: string; readonly space: OwnerSpace }) | undefined;
  let told: HintSettings['facts'] = [];

  const end = (): void => {
    now?.end();
    now = undefined;
  };
  const isFor = ({ owner }: OwnerSpace): boolean => owner !== '' && faults < MOST_FAULTS;
  const follow = (): void => {
    const { hints, locale } = model.settings.peek();
    const space = owners.space.peek();
    if (options().facts !== told) desk.define((told = options().facts));
    const of = hints && isFor(space) ? `${space.owner} ${locale}` : '';
    if (now?.of === of && now.space === space) return;
    const isLeft = now !== undefined && now.space !== space;
    end();
    if (isLeft) desk.leave();
    if (of !== '') now = { ...beginHints(parts, space), of, space };
  };
  lifetime.add(end);
  lifetime.add(owners.space.subscribe(follow));
  lifetime.add(model.settings.subscribe(follow));

  return {
    defineFacts: (facts) => desk.define(facts),
    setRoute: (names) => desk.name(names),
    track(event) {
      const { events } = options();
      if (events.length > 0 && !events.some(({ name }) => name === event))
        return news.problem('hint-event', `Event \`${event}\` is not in option \`hints.events\`, and is not counted.`);
      now?.say((running) => running.track(event));
    },
    reportError(code) {
      if (!isCode(code)) return news.problem('hint-error', WRONG_CODE);
      now?.say((running) => running.reportError(code));
    },
    start: async (hint) => (await now?.start(hint)) ?? false,
    stop: () => now?.running()?.stop(),
    reset: (hint) => now?.running()?.reset(hint),
    list: async () => (await (await now?.whenRunning())?.list()) ?? [],
    explain: async (hint) =>
      (await now?.whenRunning())?.explain(hint) ?? { hint, shown: false, reason: 'status', conditions: [] },
    isOff: () => now?.running()?.isOff() ?? false,
    turnOff: (isOff) => now?.running()?.turnOff(isOff),
    leave: async () => now?.leave(),
  };
}

/** A name, and never a message: words and numbers, joined. */
const isCode = (code: unknown): boolean =>
  typeof code === 'string' && code.length <= 64 && /^[a-z][a-z\d]*([-_.][a-z\d]+)*$/i.test(code);
const WRONG_CODE =
  'An error is left out: its code should be words joined by `-`, `_` or `.`, such as `opslaan-mislukt`, of at most 64 signs.';

/** What is asked of options while hints are off. */
const OFF: HintSettings = {
  isGiven: false,
  facts: [],
  events: [],
  route: 'path',
  basePath: '',
  shortcut: false,
  testIdAttribute: 'data-testid',
  spotlight: false,
  describeTargets: false,
  navigate: undefined,
};
