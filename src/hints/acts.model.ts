import { createModel } from '@preact/signals-core';
import type { HintAction, HintEvent, HintRecord } from '../protocol';
import type { Past } from './past.model';
import { stepOf, wordsNow, type Playing } from './playing';
import type { HintsDeps, PlayingPart } from './ports';
import type { HintDoings } from './shown';
import type { Stage } from './stage.model';
import type { Steps } from './steps.model';
import type { Reader } from './words';

/** What acts are done with. */
export interface ActsDeps extends Pick<HintsDeps, 'clock'>, Pick<PlayingPart, 'deeds'> {
  readonly past: Past;
  readonly stage: Stage;
  readonly steps: Steps;
  reader(): Reader;
  /** Whether a hint can be shown by hand here and now. */
  isAskable(hint: string): boolean;
  /** A hint is asked for, or an event is told. */
  start(hint: string): unknown;
  track(event: string): void;
  judge(): void;
}

/** "Later" is a day. */
const SNOOZE_MS = 86_400_000;

/** What a person does with hints. */
export const ActsModel = createModel((deps: ActsDeps): HintDoings => {
  const { clock, past, stage, steps } = deps;
  const { on, opened, carryOut, leadTo, tell } = createDeeds(deps);
  const moment = (later = 0): string => new Date(clock.now() + later).toISOString();
  /** Notes it, tells it, and takes the hint away. */
  const end = (id: string, what: HintEvent['what'], change: Partial<HintRecord>): void =>
    on(id, (one) => {
      past.note(id, change);
      tell(one, what);
      steps.end(one);
    });

  const doings: HintDoings = {
    open: (id) =>
      on(id, (one) => {
        const others = stage.playing.peek().filter(({ hint, isOpen }) => isOpen && hint.id !== id);
        for (const { hint } of others) stage.change(hint.id, { isOpen: false });
        stage.change(id, { isOpen: !one.isOpen });
        if (!one.isOpen) opened(one);
      }),
    dismiss: (id) => end(id, 'dismissed', { dismissedAt: moment() }),
    snooze: (id) => end(id, 'snoozed', { snoozedUntil: moment(SNOOZE_MS) }),
    never: (id) => end(id, 'never', { neverAt: moment() }),
    next: (id) => on(id, () => steps.go(id, 1)),
    back: (id) => on(id, () => steps.go(id, -1)),
    act: (id, number) =>
      on(id, (one) => {
        const action = wordsNow(one, deps.reader())?.actions[number]?.action;
        const own = OWN.find((name) => name === action?.do);
        if (own) doings[own](id);
        else if (action?.do === 'done') steps.finish(one);
        else if (action && carryOut(one, action) && action.do === 'startHint' && !one.hint.steps) steps.finish(one); // it has led on to what it was for
      }),
    link: (id, href) => on(id, (one) => leadTo(one, href)),
    task: (id, step) =>
      on(id, (one) => {
        const action = one.content?.steps?.find((each) => each.id === step)?.actions?.[0];
        const isRefused = action !== undefined && !carryOut(one, action);
        const task = steps.openTasks(one).find((each) => each.id === step);
        if (task?.next.on === 'button' && !isRefused) steps.tick(one, task);
      }),
    seen: (id) =>
      on(id, (one) => {
        if (one.isCounted) return;
        stage.change(id, { isCounted: true });
        past.count(one.hint, one.ordinal);
        tell(one, 'seen');
      }),
  };
  return doings;
});

/** Actions that are what a person may do anyway. */
const OWN = ['next', 'back', 'dismiss', 'snooze'] as const;

/** What acts are made of. */
interface Deeds {
  /** Acts on a hint that runs, and judges again. */
  on(id: string, act: (one: Playing) => void): void;
  tell(one: Playing, what: HintEvent['what']): void;
  opened(one: Playing): void;
  /** `false`: it leads to a hint that can't be shown now. */
  carryOut(one: Playing, action: HintAction): boolean;
  leadTo(one: Playing, href: string): void;
}

function createDeeds({ deeds, clock, past, stage, ...deps }: ActsDeps): Deeds {
  const tell = (one: Playing, what: HintEvent['what']): void => {
    const step = stepOf(one);
    past.tell(one.hint, what, { ordinal: one.ordinal, ...(step && { step: step.id }) });
  };
  const opened = (one: Playing): void => {
    past.note(one.hint.id, { openedAt: new Date(clock.now()).toISOString() });
    tell(one, 'opened');
  };
  /** Tells when it failed. */
  const follow = (one: Playing, deed: Promise<boolean>): void => {
    const failed = (): void => tell(one, 'actionFailed');
    deed.then((isDone) => (isDone ? undefined : failed()), failed);
  };
  /** One that is stopped, of another page or not there leads nowhere: that is said, and where it was asked all stays as it is. */
  const start = (hint: string): boolean => {
    const isAskable = deps.isAskable(hint);
    if (isAskable) deps.start(hint);
    return isAskable;
  };
  return {
    on(id, act) {
      const one = stage.find(id);
      if (one) act(one);
      deps.judge();
    },
    tell,
    opened,
    carryOut(one, action) {
      if (action.do === 'openArticle') opened(one);
      if (action.do === 'emit') deps.track(action.event ?? '');
      if (action.do === 'startHint' && start(action.hint ?? '')) return true;
      follow(one, deeds.act(action));
      return action.do !== 'startHint';
    },
    leadTo(one, href) {
      if (href.startsWith('artikel:')) opened(one);
      if (!href.startsWith('hint:') || !start(href.slice('hint:'.length))) follow(one, deeds.link(href));
    },
  };
}
