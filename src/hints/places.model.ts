import { createModel } from '@preact/signals-core';
import type { HintEvent } from '../protocol';
import type { Past } from './past.model';
import { stepOf, targetOf, type Playing } from './playing';
import type { HintsDeps, JudgingPart } from './ports';
import type { Stage } from './stage.model';
import type { Steps } from './steps.model';
import { failureOf, type Step } from './tour';

/** What places are watched with. */
export interface PlacesDeps extends Pick<HintsDeps, 'clock'>, Pick<JudgingPart, 'page'> {
  readonly past: Past;
  readonly stage: Stage;
  readonly steps: Steps;
}

/** How long a place may be gone before its hint goes too. */
const LOST_MS = 2000;

const TOLD: ReadonlyMap<Playing['place'], HintEvent['what']> = new Map([
  ['ambiguous', 'targetAmbiguous'],
  ['hidden', 'targetHidden'],
  ['covered', 'targetCovered'],
]);

/** Keeps hints at their places, and decides what becomes of them without. */
export const PlacesModel = createModel(({ past, stage, steps, page, clock }: PlacesDeps) => {
  const failStep = (one: Playing, { id }: Step, rule: ReturnType<typeof failureOf>): void => {
    past.tell(one.hint, TOLD.get(one.place) ?? 'targetMissing', { step: id });
    if (rule === 'skip') steps.go(one.hint.id, 1);
    else if (rule === 'modal') stage.change(one.hint.id, { isPlaceMissing: true });
    else if (rule === 'end') steps.end(one);
    else stage.close(one.hint.id); // a pause keeps its mark, and is resumed where it may show
  };
  /** The place is still not there. A beacon waits for one that is hidden: it takes nobody's room. */
  const overdue = (id: string): void => {
    const one = stage.find(id);
    if (!one?.place || one.place === 'found') return;
    const step = stepOf(one);
    const isDormant = one.place === 'hidden' || one.place === 'covered';
    if (step) failStep(one, step, failureOf(one.hint, step, one.place));
    else if (one.hint.kind !== 'beacon' || !isDormant) stage.close(id);
  };
  const tellPause = (one: Playing, { id: step }: Step): void => {
    if (one.content) past.tell(one.hint, 'pausedModal', { ordinal: one.ordinal, step });
  };
  const moved = (one: Playing, now: Pick<Playing, 'place' | 'isBehind'>): void => {
    stage.change(one.hint.id, { ...now, ...(now.place === 'found' && { isPlaceMissing: false }) });
    const target = targetOf(one);
    const step = stepOf(one);
    if (now.place === 'found' && target !== undefined && step) page.reveal(target);
    if (now.isBehind && !one.isBehind && step) tellPause(one, step);
    if (one.place !== 'found' || now.place === 'found') return;
    past.tell(one.hint, 'targetLost', { ordinal: one.ordinal });
    one.stepLife.add(clock.after(LOST_MS, () => overdue(one.hint.id)));
  };

  return {
    overdue,
    /** Looks again where the places are of what runs. */
    look(): void {
      for (const one of stage.playing.peek()) {
        const target = targetOf(one);
        const place = target === undefined ? undefined : page.placeOf(target);
        const isBehind = page.isBehindModal(target);
        if (place !== one.place || isBehind !== one.isBehind) moved(one, { place, isBehind });
      }
    },
  };
});
