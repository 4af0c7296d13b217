import { createModel } from '@preact/signals-core';
import type { Moments } from './moments';
import { stepOf } from './playing';
import type { PlacesModel } from './places.model';
import type { HintsDeps } from './ports';
import type { Situation } from './situation.model';
import type { Stage } from './stage.model';
import { refusedToLive } from './startRules';
import type { Steps } from './steps.model';
import { wantedSigns } from './trigger';

/** What the lookout works with. */
export interface LookoutDeps extends Pick<HintsDeps, 'page'> {
  readonly moments: Moments;
  readonly situation: Situation;
  readonly stage: Stage;
  readonly steps: Steps;
  readonly places: InstanceType<typeof PlacesModel>;
}

/** Knows what to look for on the page: nothing that could not show now anyway. */
export const LookoutModel = createModel(({ page, moments, situation, stage, steps, places }: LookoutDeps) => {
  return {
    look(): void {
      const playing = stage.playing.peek();
      const now = situation.context({ fired: moments.fired, running: playing });
      const live = now ? situation.here().filter((hint) => !refusedToLive(hint, now)) : [];
      const hints = new Set([...live, ...playing.map(({ hint }) => hint)]);
      const waiting = playing.flatMap((one) => stepOf(one) ?? steps.openTasks(one));
      page.watch(wantedSigns([...hints], waiting, now?.index.targets ?? new Map()));
      places.look();
    },
  };
});
