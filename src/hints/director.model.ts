import { createModel } from '@preact/signals-core';
import { chooseHints } from './chooseHint';
import { recordOf, type HintContext, type Running } from './context';
import type { Guard } from './guard';
import type { LookoutDeps } from './lookout.model';
import type { Past } from './past.model';
import { stepOf, type Playing } from './playing';
import type { HintsDeps } from './ports';
import { refusedToStay } from './startRules';
import { endOf, markOf, stepFrom, stepOfMark } from './tour';

/** What the director works with. */
export interface DirectorDeps extends Omit<LookoutDeps, 'page'>, Pick<HintsDeps, 'clock'> {
  readonly past: Past;
  readonly guard: Guard;
  /** What to look for on the page may be different. */
  look(): void;
}

/** The longest wait for something that becomes allowed: by then another page was opened. */
const MAX_WAIT_MS = 3_600_000;

/** Lets hints begin and end: everything is judged again whenever something is different. */
export const DirectorModel = createModel((deps: DirectorDeps) => {
  const { clock, guard, past, moments, situation, stage, steps, look } = deps;
  let endWait = (): unknown => undefined;

  /** Whether it may go on as things are now. A step that leads to another page does so there; an end that another tab saw is one. */
  const mayStay = (one: Playing, now: HintContext | undefined): boolean => {
    const { hint, cause } = one;
    const live = now?.index.hints.get(hint.id);
    if (!now || !live || endOf(recordOf(hint, now)) > one.startedAt) return false;
    const refusal = refusedToStay(live, { ...now, fired: new Map([[hint.id, cause]]) });
    return !refusal || (refusal.reason === 'route' && stepOf(one)?.next.on === 'route');
  };
  const clear = (): void => {
    const now = situation.context({ fired: new Map(), running: [] });
    for (const one of stage.playing.peek()) if (!mayStay(one, now)) stage.close(one.hint.id);
  };
  const begin = async (running: Running): Promise<void> => {
    const { hint, cause } = running;
    const now = situation.context({ fired: new Map(), running: [] });
    const mark = cause === 'resumed' && now ? markOf(hint, now) : undefined;
    const first = stepFrom(hint, { at: -1, by: 1 }, (step) => situation.isFor(hint, step)) ?? 0;
    const at = mark ? stepOfMark(hint, mark) : first;
    const one = (await stage.begin(running, at)) ? stage.find(hint.id) : undefined;
    if (one) {
      steps.enter(one, at);
      past.tell(hint, 'rendered', { ordinal: one.ordinal });
    }
    look();
  };
  /** Judges again at the first moment at which something refused may be allowed. */
  const wait = (untilMs: number, action: () => void): void => {
    endWait();
    const delayMs = untilMs - clock.now();
    endWait = delayMs < MAX_WAIT_MS ? clock.after(delayMs, action) : () => undefined;
  };
  const judge = (): void => {
    clear();
    const running = stage.playing.peek();
    const now = situation.context({ fired: moments.fired, running });
    if (now) {
      const choice = chooseHints(now);
      const runs = new Set(choice.running.map(({ hint }) => hint.id));
      for (const { hint } of running) if (!runs.has(hint.id)) stage.close(hint.id);
      moments.settle((id) => runs.has(id));
      for (const one of choice.running) if (!running.some(({ hint }) => hint === one.hint)) guard(() => begin(one));
      wait(Math.min(...[...choice.refused.values()].map(({ next = Infinity }) => next)), judge);
    }
    look();
  };
  return { judge, end: (): unknown => endWait() };
});
