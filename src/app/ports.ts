import type { Id } from '../foundation/id';
import type { HintNews } from './hintsPart';

/** What the core needs of the doors. */
export interface DoorControl {
  /** Is told about every press, also of the doors that the core adds. */
  readonly listener: { onPress(): void; onIntent(): void; onOpen(target: 'answers', opener: Element): void };
  /** Tells whether an element is one of the two that are ours. */
  isOwn(element: Element): boolean;
  setShortcut(shortcut: string | false): void;
}

/** What the app tells outwards; `api` makes events of it. */
export interface AppNews {
  opened(): void;
  closed(): void;
  saved(submission: Id, questions: number): void;
  sent(submission: Id, reference: string, questions: number): void;
  unread(count: number): void;
  signedOut(counts: { readonly drafts: number; readonly queued: number }): void;
  hint(news: HintNews): void;
  /** A button of a hint asked the host to do something. */
  hintButton(event: string): void;
  problem(
    code: 'chunk-failed' | 'auth-failed' | 'internal' | 'hint-fact' | 'hint-event' | 'hint-error',
    message: string,
    cause?: unknown,
  ): void;
}
