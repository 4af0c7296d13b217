import type { HintKind } from '../protocol/hint';
import type { ContentNode } from '../protocol/content';

/** One hint on the screen, as its views draw it: judged, placed and in the person's language. */
export interface ShownHint {
  readonly id: string;
  readonly rev: number;
  readonly kind: HintKind;
  /** Of the step that is shown; a hint without steps has the kind of the hint. */
  readonly look: 'tooltip' | 'beacon' | 'banner' | 'modal' | 'slideout' | 'checklist';
  readonly title?: string;
  readonly body: readonly ContentNode[];
  readonly picture?: PictureShown;
  /** Name of the place, for "Uitleg bij {label}". */
  readonly targetLabel?: string;
  readonly placement?: string;
  /** The person asked for it: only then it may take focus. */
  readonly isAsked: boolean;
  /** A beacon's card is open. */
  readonly isOpen: boolean;
  readonly actions: readonly ShownAction[];
  readonly step?: { readonly index: number; readonly count: number; readonly isButtonNext: boolean };
  readonly tasks?: readonly { readonly id: string; readonly title: string; readonly isDone: boolean }[];
  /** The place is not there now: the words stand in the middle, and say so. */
  readonly isPlaceMissing?: boolean;
}

/** What is to be seen, with the picture if that is here: decoded, so that nothing moves when it is drawn. */
export interface PictureShown {
  readonly alt: string;
  readonly seen?: Picture | undefined;
}

/** A picture that is ready. */
export interface Picture {
  readonly url: string;
  /** In pixels of the picture. */
  readonly width: number;
  readonly height: number;
}

/** Gives a picture that is ready. One that was asked for too early never comes any more: a card does not change while it is read. */
export type PictureBook = (asset: string) => Picture | undefined;

/** A button of a hint. */
export interface ShownAction {
  readonly label: string;
  readonly does:
    | 'next'
    | 'back'
    | 'dismiss'
    | 'snooze'
    | 'done'
    | 'openArticle'
    | 'openVideo'
    | 'openWidget'
    | 'startHint'
    | 'emit'
    | 'openLink';
}

/** What a button or a link leads to that is not there now. */
export type GoneThing = 'article' | 'hint';

/** What a person does with hints. */
export interface HintDoings {
  open(hint: string): void;
  /** Esc or the cross. */
  dismiss(hint: string): void;
  snooze(hint: string): void;
  never(hint: string): void;
  next(hint: string): void;
  back(hint: string): void;
  act(hint: string, action: number): void;
  link(hint: string, href: string): void;
  task(hint: string, step: string): void;
  /** Our element was in view, in a visible tab, for one second. */
  seen(hint: string): void;
}
