import type { Clock } from '../foundation/clock';
import type { Lifetime, Undo } from '../foundation/lifetime';
import type { Log } from '../foundation/log';
import type { Result } from '../foundation/result';
import type { HintAction, HintEvent, HintFault } from '../protocol';
import type { KeptHints, TourMark } from './kept';
import type { PlaceState } from './refusal';
import type { PictureBook } from './shown';
import type { Wanted } from './trigger';
import type { WantedPictures } from './words';

/** What hints need from outside. */
export interface HintsDeps {
  readonly source: HintSource;
  /** Makes what remembers what this person did. */
  createPast(deps: import('./past.model').OwnPastDeps): import('./past.model').Past;
  readonly tab: HintTab;
  /** Gives what judges, once something of this page may show. That it did not arrive is told by who fetches. */
  judging(): Promise<JudgingPart>;
  /** Whether a modal of the host is open. */
  isModalOpen(): boolean;
  /** Calls after one opened or closed. */
  followModals(listener: () => void): Undo;
  /** Notes that something of ours failed; `true`: it was one time too many, and hints are over until the page is loaded anew. */
  noteFault(where: HintFault): boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** The language that the person reads. */
  readonly locale: () => string;
  /** Facts that may stand in a text. */
  readonly displayable: ReadonlySet<string>;
}

/** What judges, with what it alone needs from outside. */
export interface JudgingPart {
  readonly createJudging: typeof import('./judging.model').createJudging;
  readonly page: HintPage;
  /** Gives what plays, once something is chosen. */
  playing(): Promise<PlayingPart>;
}

/** What plays, with what it alone needs from outside. */
export interface PlayingPart {
  readonly createPlayer: typeof import('./player.model').createPlayer;
  readonly slots: HintSlots;
  readonly deeds: HintDeeds;
  readonly pictures: HintPictures;
}

/** Gets pictures of hints ready to be seen. */
export interface HintPictures {
  /** Answers when the first is here, or was waited for long enough; it never rejects. What it gave is let go at the end of `life`. */
  bring(wanted: WantedPictures, life: Lifetime): Promise<PictureBook>;
}

/** Where hints come from. What it gives is read here, tolerantly: a receiver may be newer than we are. */
export interface HintSource {
  /**
   * Asks for what is live now; when the receiver can't be reached, the last good one of at most 30 days.
   * It fails when there is none, or when that was given before: what was given goes on. One question at a time.
   */
  index(): Promise<Result<HintDelivery>>;
  /** The words of one hint; they never change under a rev. */
  content(hint: string, rev: number): Promise<Result<unknown>>;
}

/** An answer about what is live. */
export type HintDelivery =
  /** The receiver was asked: it is what was given before. */
  | { readonly is: 'unchanged' }
  /** Nothing is published, or no longer. */
  | { readonly is: 'nothing' }
  /** `isCached`: it comes from the device, as the receiver could not be asked. */
  | { readonly is: 'index'; readonly value: unknown; readonly isCached: boolean };

/** What one person did with hints: at the receiver, with a copy on the device. */
export interface HintKeeping {
  /** Fails when neither the receiver nor the device knows: then nothing starts by itself. */
  load(): Promise<Result<KeptHints>>;
  /** Keeps it on the device, and brings the records to the receiver, also when an event is lost. */
  save(kept: KeptHints): Promise<void>;
  /** Tells what happened. The same `key` is the same thing, in every tab: it counts once. */
  tell(event: HintEvent, key: string): void;
  /** Calls with what another tab or device has added. */
  changed(listener: (kept: KeptHints) => void): Undo;
}

/** Which tour runs in this tab, kept over a reload and no longer than the tab. */
export interface HintTab {
  load(): TourMark | undefined;
  save(mark: TourMark | undefined): void;
}

/** What interrupts is in one tab at a time. */
export interface HintSlots {
  /** Gives the way to let go, or nothing when another tab has it. */
  claim(slot: string): Promise<Undo | undefined>;
}

/** Carries out what a button or a link asks for; `false` when it can't. Of a hint it is asked only when that can't be shown: the person is told. */
export interface HintDeeds {
  act(action: HintAction): Promise<boolean>;
  link(href: string): Promise<boolean>;
}

/** The page of the host, as far as hints look at it. Holds the elements; here they have names. */
export interface HintPage {
  /** Says what to look for from now on. Replaces what was asked before; nothing asked is nothing observed. */
  watch(wanted: Wanted): void;
  /** Calls with what was noticed together, after it has happened. */
  listen(listener: (signs: readonly PageSign[]) => void): Undo;
  /** Where a place that is watched is now. */
  placeOf(target: string): PlaceState;
  /** Whether a modal is open that does not hold this place; without a place: whether one is open. */
  isBehindModal(target: string | undefined): boolean;
  /** Somebody came to another page: what was too costly to look for on the last one is looked for again. */
  arrive(): void;
  /** Brings a place into view; for steps of tours only. */
  reveal(target: string): void;
}

export type { PlaceState } from './refusal';
export type { Wanted as WantedSigns, WantedPlace } from './trigger';

/** Something that happened on the page. */
export type PageSign =
  | { readonly is: 'place'; readonly target: string; readonly state: PlaceState; readonly count?: number }
  | PlaceSign
  /** Pointer or focus left the place and our card. */
  | { readonly is: 'left'; readonly target: string; readonly by: 'focus' | 'hover' }
  | { readonly is: 'idle'; readonly ms: number }
  /** An error of the page; its code is the host's, or none. */
  | { readonly is: 'error'; readonly code?: string }
  /** Looking for places takes long: it is done less often (1), or no longer on this page (2). */
  | { readonly is: 'costly'; readonly level: 1 | 2 }
  /** Somebody pressed one control again and again, wherever it stands. */
  | { readonly is: 'rage' };

/** Something that happened at a place. */
export type PlaceSign =
  /** Half of it came into view, or no longer is. */
  | { readonly is: 'visible'; readonly target: string; readonly isInView: boolean }
  | { readonly is: 'focus' | 'hover' | 'click' | 'input' | 'rageClick'; readonly target: string };
