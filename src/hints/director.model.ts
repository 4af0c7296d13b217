import { createModel } from '@preact/signals-core';
import { chooseHints, type Choice } from './chooseHint';
import type { JudgingParts } from './judgingParts.model';
import { createWaiting } from './waiting';

/** Lets hints begin and end: everything is judged again whenever something is different. */
export const DirectorModel = createModel((parts: JudgingParts) => {
  const { clock, guard, moments, context, running, player, judge, look, killed } = parts;
  const wait = createWaiting(clock, judge);
  /** What was chosen, while what plays is on its way. */
  let awaited: ReadonlySet<string> = new Set();
  let isFetching = false;

  /** Once it is here everything is judged again: what was left or stopped meanwhile does not begin. */
  const fetch = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    const part = await player.need();
    isFetching = false;
    guard(() => {
      if (part) judge();
      else moments.go((id) => awaited.has(id)); // as when its words don't come; its next moment tries again
    });
  };
  const begin = ({ running: chosen }: Choice): void => {
    const before = running();
    const runs = new Set(chosen.map(({ hint }) => hint.id));
    const started = chosen.filter((one) => !before.some(({ hint }) => hint === one.hint));
    const part = player.here.peek();
    awaited = new Set(part ? [] : runs);
    for (const { hint } of before) if (!runs.has(hint.id)) part?.close(hint.id);
    moments.settle(
      (id) => runs.has(id),
      (id) => awaited.has(id),
    );
    if (part) for (const one of started) guard(() => part.begin(one));
    else if (started.length > 0) void fetch();
  };

  return {
    judge(): void {
      player.here.peek()?.clear();
      const now = context({ fired: moments.fired, running: running() });
      if (now) {
        const choice = chooseHints(now);
        begin(choice);
        for (const [id, { reason }] of choice.refused) {
          const hint = reason === 'killed' ? now.index.hints.get(id) : undefined;
          if (hint) killed(hint);
        }
        wait([...choice.refused.values()]);
      }
      look();
    },
  };
});
