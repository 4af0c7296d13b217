import { createModel } from '@preact/signals-core';
import type { CompiledHint } from './compileHint';
import type { Cause } from './context';
import type { JudgingParts } from './judgingParts.model';
import { isLeft } from './tourMark';
import { startsBy, type Happening } from './trigger';
import type { Arrival } from './whereabouts.model';

const CAUSES: ReadonlyMap<string, Cause> = new Map([
  ['focus', 'pointed'],
  ['hover', 'pointed'],
  ['click', 'pressed'],
]);

/** Takes in what happens: moments come and go, and what plays goes on. */
export const HappeningsModel = createModel((parts: JudgingParts) => {
  const { moments, situation, context, running, player, judge } = parts;
  const follow = (happening: Happening): void => player.here.peek()?.follow(happening);
  const isRunning = ({ id }: CompiledHint): boolean => running().some(({ hint }) => hint.id === id);

  const note = (happening: Happening): void => {
    follow(happening);
    const isBusy = happening.is === 'idle' && running().some(({ hint }) => hint.kind !== 'beacon');
    for (const hint of isBusy ? [] : situation.here())
      if (startsBy(hint, happening)) moments.come(hint, CAUSES.get(happening.is) ?? 'page');
  };

  return {
    /** What came together is judged once. */
    happen(all: readonly Happening[]): void {
      all.forEach(note);
      judge();
    },
    /** Forgets what no longer is the case at a place, and takes away what came by it. */
    leave(target: string, on: string): void {
      const left = situation.here().filter(({ where, when }) => where.target === target && when.on === on);
      moments.go((id) => left.some((hint) => hint.id === id));
      for (const { hint, cause } of running())
        if (cause === 'pointed' && left.some(({ id }) => id === hint.id)) player.here.peek()?.close(hint.id);
      judge();
    },
    /** Another page: what waited for the last one never comes. */
    arrive({ since, came, names }: Arrival): void {
      moments.go((id) => !since.has(id));
      for (const name of names) follow({ is: 'route', of: name });
      const now = context({ fired: moments.fired, running: [] });
      for (const hint of came) if (hint.when.on === 'route') moments.come(hint, 'page', since.get(hint.id));
      for (const hint of now ? situation.here() : [])
        if (now && since.has(hint.id) && isLeft(hint, now) && !isRunning(hint)) moments.come(hint, 'resumed');
      judge();
    },
  };
});

/** The face of happenings, for the models beside it. */
export type Happenings = InstanceType<typeof HappeningsModel>;
