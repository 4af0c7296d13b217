/** What one person did with one hint. The key is the hint, not its rev: a corrected comma shows nothing again. */
export interface HintRecord {
  /** Its id. */
  readonly hint: string;
  /** Showings that counted: half of it in view for a second. */
  readonly shown: number;
  /** When the last of them was. All moments are ISO 8601. */
  readonly lastShownAt?: string;
  /** A beacon, or an article that it leads to. */
  readonly openedAt?: string;
  /** Closed by Esc, ✕ or "Begrepen". */
  readonly dismissedAt?: string;
  /** "Niet meer laten zien". */
  readonly neverAt?: string;
  /** The last step, or a button that says so. */
  readonly doneAt?: string;
  /** "Later". */
  readonly snoozedUntil?: string;
  /** Shown again for everybody: what was before it does not count. */
  readonly resetAt?: string;
  /** Where somebody is in a tour that goes on on another device. */
  readonly tour?: { readonly step: string; readonly rev: number; readonly at: string };
}

/** Everything of one person: kept by the receiver, with a copy on the device. */
export interface HintHistory {
  /** One for each hint that something was done with. */
  readonly records: readonly HintRecord[];
  /** The switch in the panel: no hints at all. The latest counts. */
  readonly off?: { readonly value: boolean; readonly at: string };
}

/** What happened with a hint. Names only: no text, no selector, no address, no value. */
export interface HintEvent {
  /** Its id. Not there when it is about none: `engineError`, `engineDegraded`. */
  readonly hint?: string;
  /** Goes up with every change of its words. */
  readonly rev?: number;
  /** One of a list that may grow. */
  readonly what: (typeof HINT_EVENTS)[number];
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The step of a tour. */
  readonly step?: string;
  /** Name of the route, not its path. */
  readonly route?: string;
  /** Of the host, as `context().release` says. */
  readonly appVersion?: string;
  /** Milliseconds waited, or how many places were found. */
  readonly count?: number;
  /** Of `engineError`: what failed. What decides and plays, what looks at the page, what draws. */
  readonly where?: HintFault;
  /** Of `engineDegraded`: 1, places are looked for less often; 2, no longer until the next page. */
  readonly level?: 1 | 2;
}

/** Where something of hints may fail. */
export type HintFault = (typeof HINT_FAULTS)[number];

/** Every place where something of hints may fail. */
export const HINT_FAULTS = ['engine', 'page', 'views'] as const;

/** Everything that is told about hints. */
export const HINT_EVENTS = [
  'eligible',
  'attempted',
  'rendered',
  'seen',
  'opened',
  'next',
  'done',
  'dismissed',
  'never',
  'snoozed',
  'rejected',
  'targetMissing',
  'targetAmbiguous',
  'targetHidden',
  'targetCovered',
  'targetLost',
  'pausedRoute',
  'pausedModal',
  'barRemoved',
  'actionFailed',
  'engineError',
  'engineDegraded',
  'killed',
] as const;

/** Body of `PUT /hints/events/{batch}`: an id made on the device, so that a repeat counts once. */
export interface HintEventBatch {
  readonly owner: string;
  readonly events: readonly HintEvent[];
}

/** Most events in one batch. */
export const MAX_HINT_EVENTS = 200;

/** Body of `POST /hints/validate`: the document as it was made, of this version or the one before. */
export interface HintCheckRequest {
  readonly document: unknown;
}

/** A revision in the list. */
export interface HintRevision {
  readonly revision: number;
  /** Hex of the SHA-256 of the document as it is kept. */
  readonly sha256: string;
  readonly at: string;
  readonly by: string;
  readonly note: string;
}
