import { createContext, type RefObject } from 'preact';
import { useContext, useLayoutEffect, useReducer } from 'preact/hooks';
import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';
import type { Box } from '../../ui';
import type { HintDoings, ShownHint } from '../shown';
import type { VoiceModelInstance } from '../voice.model';

/** Where hints stand. The elements are the host's: they are read, never written. */
export interface HintPlaces {
  /** The element of the hint's place now. */
  of(hint: string): Element | undefined;
  /** Tells that a place may be another element than before. */
  follow(listener: () => void): Undo;
}

/** What the parts of the layer share. */
export interface HintShared {
  readonly doings: HintDoings;
  readonly places: HintPlaces;
  readonly clock: Clock;
  readonly voice: VoiceModelInstance;
  readonly focus: HintFocus;
  /** Lets the target of what only explains point to its words. Absent: nothing is written in the page. */
  readonly describe?: (hint: ShownHint, target: Element) => Undo;
  /** Tells where the target of a tour is, for the light on it. */
  readonly onPlaced: (hint: ShownHint, target: Box | undefined) => void;
}

/** Who gets the focus. It is taken only when a person asked, and then given back. */
export interface HintFocus {
  /** The hint whose card a press has led to. */
  readonly wanted: RefObject<string | null>;
  /** The way back, when a card went with the focus inside. */
  readonly lost: RefObject<(() => void) | null>;
}

const HintContext = createContext<HintShared | undefined>(undefined);

/** Hands down what the parts of the layer share. */
export const HintProvider = HintContext.Provider;

/** Gives what the parts of the layer share. */
export function useHints(): HintShared {
  const shared = useContext(HintContext);
  if (!shared) throw new Error('a part of the hint layer stands outside of it');
  return shared;
}

/** Gives the element at which a hint stands, also after the host drew it anew. */
export function usePlace(hint: string): Element | undefined {
  const { places } = useHints();
  const [, look] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => places.follow(() => look(undefined)), [places]);
  return places.of(hint);
}
