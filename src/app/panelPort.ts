import type { FrozenPage } from '../capture/moment';
import type { Clock } from '../foundation/clock';
import type { Id } from '../foundation/id';
import type { Log } from '../foundation/log';
import type { AppModelInstance } from './app.model';
import type { Connection } from './connection';
import type { LazyFeatures } from './lazyFeatures';
import type { MomentTaker } from './momentTaker';
import type { OwnersModelInstance } from './owners.model';
import type { AppNews } from './ports';
import type { UnavailablePart } from './unavailable';

/** Where the panel can be opened. */
export type PanelTarget = 'ask' | 'answers' | 'questions';

/** Everything the panel gets from the core. */
export interface PanelPort {
  readonly view: Window;
  /** `<cliendo-support>`, a child of `<html>`. */
  readonly root: HTMLElement;
  /** `<cliendo-support-bar>`: what must move into a dialog of the host. */
  readonly bar: HTMLElement;
  readonly app: AppModelInstance;
  readonly owners: OwnersModelInstance;
  readonly connection: Connection;
  readonly lazy: LazyFeatures;
  readonly moment: MomentTaker;
  readonly clock: Clock;
  readonly log: Log;
  readonly news: AppNews;
  newId(): Id;
  /** Looks for replies now and counts what is unread. */
  lookForReplies(): void;
  /** Whether the panel was opened on a screen that is only a way in, with the real one still reachable. */
  canFreezeSubject(): boolean;
  /** Goes back to the screen the problem is on and freezes it once it is quiet. */
  freezeSubject(): Promise<FrozenPage | undefined>;
  /** Notes that a part cannot work here. */
  noteUnavailable(part: UnavailablePart): void;
  /** The person closed the panel. */
  onClosed(): void;
}

/** What the core can do with a mounted panel. */
export interface Panel {
  /** Shows it. `opener` gets the focus back. */
  open(target: PanelTarget, opener: Element | undefined): Promise<void>;
  close(): void;
  /** Questions in the making, for the counts at sign-out. */
  draftCount(): number;
  /** Stores what was typed a moment ago. */
  flush(): Promise<void>;
  end(): void;
}
