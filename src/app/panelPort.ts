import type { Clock } from '../foundation/clock';
import type { Id } from '../foundation/id';
import type { Log } from '../foundation/log';
import type { AppModelInstance } from './app.model';
import type { HintsHolder } from './hintsPart';
import type { Chunks } from './lazyFeatures';
import type { MomentTaker } from './momentTaker';
import type { Connection, OwnersModelInstance, RepliesWatch } from './owner';
import type { AppNews } from './ports';
import type { SignOutChoice } from '../questions/signOut';
import type { HostModals } from '../ui/hostModals';
import type { BarPlace } from './launcher';
import type { UnavailablePart } from './unavailable';

/** Where the panel can be opened. */
export type PanelTarget = 'ask' | 'answers' | 'questions' | `question:${string}`;

/** Everything the panel gets from the core. */
export interface PanelPort {
  readonly view: Window;
  /** `<cliendo-support>`, a child of `<html>`. */
  readonly root: HTMLElement;
  /** The host's modals, which the panel gives way to. */
  readonly modals: HostModals;
  /** Our movable element, for what must work together with a dialog of the host. */
  readonly bar: BarPlace;
  readonly app: AppModelInstance;
  readonly owners: OwnersModelInstance;
  readonly connection: Connection;
  /** Looks for replies. */
  readonly replies: RepliesWatch;
  readonly chunks: Chunks;
  readonly moment: MomentTaker;
  readonly clock: Clock;
  readonly log: Log;
  readonly hints: HintsHolder;
  readonly news: AppNews;
  newId(): Id;
  /** Sends what waits, for ten seconds at most. */
  sendWaiting(): Promise<void>;
  /** Notes that a part cannot work here. */
  noteUnavailable(part: UnavailablePart): void;
  /** The person closed the panel. */
  onClosed(): void;
}

/** What the core can do with a mounted panel. */
export interface Panel {
  /** Shows it. `opener` gets the focus back; `text` is what a question begins with. */
  open(target: PanelTarget, opener: Element | undefined, text?: string): Promise<void>;
  close(): void;
  /** Questions in the making, for the counts at sign-out. */
  draftCount(): number;
  /** Asks the person what becomes of what was not sent, and sends it when they say so; nothing when there is nothing. */
  askSignOut(): Promise<SignOutChoice | undefined>;
  /** Stores what was typed a moment ago. */
  flush(): Promise<unknown>;
  end(): void;
}
