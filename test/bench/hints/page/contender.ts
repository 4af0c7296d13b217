import type { HintIndex } from '../../../../src/protocol';

/** Who shows hints on the page, or does as if. */
export interface Contender {
  /** Somebody is on this page of the app now. */
  goTo?(path: string): void;
  /** The element of a place that it knows now. */
  elementOf?(place: string): Element | undefined;
  /** Whether it waits for this place now. Left out: it waits for all. */
  awaits?(place: string): boolean;
  /** Shows the card that is measured. */
  show?(): void;
  /** The card that is shown, placed and ready to be painted. */
  card?(): Element | undefined;
  hide?(): void;
  /** Waits for the place that was taken away; who waits for all by itself has none. */
  awaitLost?(): void;
  /** How it finds one place: measured alone. */
  resolve?(place: string): void;
}

/** What a contender is made with. */
export interface Stand {
  readonly index: HintIndex;
  /** The place at which a card is shown on the page that is measured, and one that is taken away. */
  readonly place: string;
  readonly lost: string;
}

/** Makes a contender. It begins at once. */
export type MakeContender = (stand: Stand) => Promise<Contender>;
