import type { Id } from '../../foundation/id';
import type { Undo } from '../../foundation/lifetime';
import type { Result } from '../../foundation/result';
import type { MailContent } from '../../protocol/mail';
import type { Waiting } from './mailed';

/** How far the submission is that does not get through. */
export interface Standing {
  readonly state: 'waiting' | 'sending' | 'attention' | 'received' | 'gone';
  /** Present once the receiver has answered. */
  readonly reference?: string;
  /** Only this page holds it: nobody may be told that it is saved. */
  readonly isHeld?: boolean;
  /** Why it waits or needs attention. */
  readonly problem?: string;
}

/** One submission that waits on this device. */
export interface MailDesk {
  /** Tells how far it is, now and at each step, until undone; nothing when it is not there any more. */
  follow(listener: (standing: Standing | undefined) => void): Undo;
  /** Gives what waits, whole; nothing once it was received or put away. */
  read(): Promise<Result<Waiting | undefined>>;
  /** Gives the bytes of a picture; nothing when they are not to be had. */
  picture(id: Id): Promise<ArrayBuffer | undefined>;
  sendAgain(): Promise<void>;
}

/** What may be mailed here, and where to. */
export interface MailRules {
  readonly content: MailContent;
  /** Empty where there is no address. */
  readonly to: string;
}

/** What the browser can do with a mail. */
export interface MailDevice {
  /** Tells whether the text is on the clipboard. */
  copy(text: string): Promise<boolean>;
  /** Gives the person a file. */
  save(name: string, content: string): void;
}
