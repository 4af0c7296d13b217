import { refusedToLive } from '../../../src/hints/liveRules';
import { wantedSigns } from '../../../src/hints/trigger';
import { indexOf, type HintDocument, type HintIndex } from '../../../src/protocol';
import { aContext, readIndex } from '../../support/hintContexts';
import { careApp, controlsOf } from './careApp';
import { FACTS } from './largeDocument';

/** Where it is measured. */
export interface MeasuredStand {
  readonly index: HintIndex;
  /** The page of the app, and another one. */
  readonly screen: string;
  readonly other: string;
  /** Where the measured card stands. */
  readonly place: string;
  /** Places that are awaited on the page, and taken off it. */
  readonly away: readonly string[];
}

const AWAY = 5;

/** Chooses the pages on which this person's hints await most places, of those on which none waits for somebody to rest: that needs a timer. */
export function standOf(document: HintDocument, now: number): MeasuredStand {
  const index = indexOf(document, new Set());
  const compiled = readIndex(index);
  if (!compiled) throw new Error('The index can not be read.');
  const busy = careApp().map((screen) => {
    const context = aContext(compiled, { now, routes: new Set([screen.name]), facts: FACTS });
    const live = compiled.hints.on(screen.name).filter((hint) => !refusedToLive(hint, context));
    const { places, idleMs } = wantedSigns(live, [], compiled.targets);
    return { screen, names: idleMs.length > 0 ? [] : places.map(({ name }) => name) };
  });
  const [first, second] = busy.sort((one, other) => other.names.length - one.names.length);
  if (!first || !second || first.names.length <= AWAY) throw new Error('No page awaits enough places.');
  const place = controlsOf(first.screen)[0]?.target ?? '';
  return {
    index,
    screen: first.screen.name,
    other: second.screen.name,
    place,
    away: first.names.filter((name) => name !== place).slice(0, AWAY),
  };
}
