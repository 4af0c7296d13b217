import { createModel } from '@preact/signals-core';
import type { JudgingParts } from './judgingParts.model';
import { refusedToLive } from './liveRules';
import { wantedSigns } from './trigger';

/** Knows what to look for on the page: nothing that could not show now anyway. */
export const LookoutModel = createModel(({ page, moments, situation, context, running, player }: JudgingParts) => ({
  look(): void {
    const playing = running();
    const now = context({ fired: moments.fired, running: playing });
    const live = now ? situation.here().filter((hint) => !refusedToLive(hint, now)) : [];
    const hints = new Set([...live, ...playing.map(({ hint }) => hint)]);
    const waiting = player.here.peek()?.waiting() ?? [];
    page.watch(wantedSigns([...hints], waiting, now?.index.targets ?? new Map()));
    player.here.peek()?.look();
  },
}));
