import type { Id } from '../foundation/id';

/** What the core needs of the doors: the launcher's face and the keys. */
export interface DoorControl {
  readonly bar: HTMLElement;
  setLauncher(face: LauncherChange): void;
  setShortcut(shortcut: string | false): void;
}

/** What can change about the launcher. */
export interface LauncherChange {
  readonly label?: string;
  readonly name?: string;
  readonly unread?: number;
  readonly isBusy?: boolean;
  readonly isShown?: boolean;
  readonly side?: 'left' | 'right';
}

/** What the app tells outwards; `api` makes events of it. */
export interface AppNews {
  opened(): void;
  closed(): void;
  saved(submission: Id, questions: number): void;
  sent(submission: Id, reference: string, questions: number): void;
  unread(count: number): void;
  signedOut(counts: { readonly drafts: number; readonly queued: number }): void;
  problem(code: 'chunk-failed' | 'auth-failed' | 'internal', message: string, cause?: unknown): void;
}
