/** The hint document, format v1 (`docs/hints.schema.json`). Everything is data: no HTML, script, style or regular expression. */
export interface HintDocument {
  readonly format: 'cliendo.hints';
  readonly version: 1;
  /** Given by the receiver at publishing; in a draft the one it was made from. */
  readonly revision: number;
  readonly environment: string;
  readonly publishedAt?: string;
  readonly publishedBy?: string;
  readonly minRuntime?: string;
  readonly defaultLocale: string;
  readonly factCatalog?: string;
  /** Patterns of paths by name: `/dossier/:client/zorgplan`, `/planning/*`. */
  readonly routes: Readonly<Record<string, string>>;
  /** Audiences with a name, for the fact `segment.<name>`. None stands inside another. */
  readonly segments?: Readonly<Record<string, Audience>>;
  readonly policy: HintPolicy;
  /** Described places, shared by hints: mend one, and all its hints follow. */
  readonly targets: Readonly<Record<string, HintTarget>>;
  readonly hints: readonly Hint[];
}

/** How much may interrupt, and when nothing starts. */
export interface HintPolicy {
  readonly timezone?: string;
  readonly maxInterruptingPerSession?: number;
  readonly maxInterruptingPerDay?: number;
  readonly minGap?: Duration;
  readonly quietHours?: readonly QuietHours[];
  readonly quietWhen?: Audience;
  readonly groups?: Readonly<Record<string, HintGroup>>;
}

/** Hours of some days, 1 is Monday. Past midnight they belong to the day on which they start. */
export interface QuietHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** Hints that keep out of each other's way. */
export interface HintGroup {
  readonly maxActive?: number;
  readonly cooldown?: Duration;
}

/** A place in the host's page, described from static interface only: never from values or cells. */
export interface HintTarget {
  readonly label: string;
  readonly tag: string;
  readonly type?: string;
  readonly role?: string;
  readonly mode?: 'strict' | 'tolerant';
  readonly layer?: 'page' | 'dialog';
  readonly find: readonly Finder[];
  readonly frame?: string;
  readonly shadow?: readonly string[];
  readonly recorded?: {
    readonly at: string;
    readonly route: string;
    readonly appVersion: string;
    readonly robustness: number;
  };
}

/** One way to find a target: everything in `by` must hold together. */
export interface Finder {
  readonly by: FinderSignals;
  readonly weight: number;
  readonly strong?: boolean;
}

/** What a finder looks at. */
export interface FinderSignals {
  readonly hintId?: string;
  readonly testid?: string;
  readonly id?: string;
  readonly name?: string;
  readonly href?: string;
  readonly css?: string;
  readonly label?: ByLocale;
  readonly text?: ByLocale;
  readonly section?: string;
  readonly position?: { readonly index: number; readonly of: number };
}

/** One hint: where, when, for whom, how often, and what it says. */
export interface Hint {
  readonly id: string;
  /** Goes up with every change: content is kept by id and rev. */
  readonly rev: number;
  readonly status: 'draft' | 'published' | 'paused' | 'archived';
  readonly kind: HintKind;
  /** For designers; never shown to who gets the hint. */
  readonly name: string;
  readonly group?: string;
  readonly where: {
    readonly routes: readonly string[];
    readonly not?: readonly string[];
    readonly target?: string;
    readonly placement?: string;
  };
  readonly when: HintTrigger;
  readonly who?: Audience;
  readonly howOften: HintFrequency;
  readonly interrupts?: boolean;
  readonly priority?: number;
  readonly schedule?: { readonly from?: string; readonly until?: string };
  readonly content?: HintTexts;
  readonly actions?: readonly HintAction[];
  readonly experiment?: HintExperiment;
  readonly resume?: { readonly scope?: 'tab' | 'user'; readonly expires?: Duration };
  readonly steps?: readonly HintStep[];
  readonly onFailure?: HintFailureRule;
}

/** A hint that is still being made: of the rest, whatever is there. */
export type UnfinishedHint = Pick<Hint, 'id' | 'kind' | 'name'> & Partial<Hint>;

/** What a hint looks like. */
export type HintKind = (typeof HINT_KINDS)[number];

/** Every kind of the format. */
export const HINT_KINDS = ['tooltip', 'beacon', 'banner', 'modal', 'slideout', 'checklist', 'tour'] as const;

/** One step of a tour or checklist. */
export interface HintStep {
  readonly id: string;
  readonly kind: 'tooltip' | 'modal' | 'beacon' | 'slideout';
  readonly target?: string;
  readonly placement?: string;
  readonly waitFor?: Duration;
  readonly content: HintTexts;
  readonly next: {
    readonly on: 'button' | 'click' | 'input' | 'route' | 'event' | 'gone';
    readonly route?: string;
    readonly event?: string;
    readonly idle?: Duration;
  };
  readonly actions?: readonly HintAction[];
  readonly only?: Audience;
  readonly onFailure?: HintFailureRule;
}

/** What starts a hint. */
export interface HintTrigger {
  readonly on: (typeof HINT_TRIGGERS)[number];
  readonly event?: string;
  readonly hint?: string;
  readonly delay?: Duration;
  readonly for?: Duration;
  readonly idle?: Duration;
  readonly times?: number;
}

/** Every trigger of the format. */
export const HINT_TRIGGERS = [
  'route',
  'visible',
  'focus',
  'hover',
  'click',
  'event',
  'idle',
  'rageClick',
  'deadClick',
  'error',
  'hintDone',
  'manual',
] as const;

/** How often one person gets it. Left out: three times, once a day, until dismissed. */
export interface HintFrequency {
  readonly max?: number;
  readonly every?: Duration;
  readonly until?: 'shown' | 'opened' | 'dismissed' | 'done' | 'forever';
}

/** A button of a hint. */
export interface HintAction {
  readonly label?: ByLocale;
  readonly do: (typeof HINT_ACTIONS)[number];
  readonly article?: string;
  readonly video?: string;
  readonly hint?: string;
  readonly event?: string;
  readonly href?: string;
  readonly prefill?: Readonly<Record<string, string>>;
}

/** Everything that a button may do. */
export const HINT_ACTIONS = [
  'next',
  'back',
  'dismiss',
  'snooze',
  'done',
  'openArticle',
  'openVideo',
  'openWidget',
  'startHint',
  'emit',
  'openLink',
] as const;

/** Variants beside each other. Known to the format, not carried out yet (W12). */
export interface HintExperiment {
  readonly id: string;
  readonly holdout?: number;
  readonly variants: readonly { readonly id: string; readonly weight: number; readonly content?: HintTexts }[];
}

/** What happens when a place is not found, or found more than once. */
export interface HintFailureRule {
  readonly targetMissing?: 'skip' | 'pause' | 'modal' | 'end';
  readonly targetAmbiguous?: 'skip' | 'pause' | 'end';
}

/** Who it is for. Three-valued: a fact that is not known makes it unknown, and unknown is not shown. */
export type Audience =
  | { readonly all: readonly Audience[] }
  | { readonly any: readonly Audience[] }
  | { readonly not: Audience }
  | FactTest;

/** One question about one fact. */
export interface FactTest {
  readonly fact: string;
  readonly op: FactOperator;
  readonly value?: string | number | boolean | readonly (string | number)[];
}

/** How a fact is compared. */
export type FactOperator = (typeof FACT_OPERATORS)[number];

/** Every comparison of the format. */
export const FACT_OPERATORS = [
  'is',
  'isNot',
  'in',
  'notIn',
  'has',
  'hasAny',
  'hasAll',
  'startsWith',
  'contains',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'before',
  'after',
  'known',
] as const;

/** What a hint says, by language. */
export type HintTexts = Readonly<Record<string, HintText>>;

/** A plain title and a body in the markdown subset of `parseContent`. */
export interface HintText {
  readonly title?: string;
  readonly body?: string;
  /** `asset` is the name under which the picture was sent: the SHA-256 of its bytes, in hex. */
  readonly media?: { readonly asset: string; readonly alt: string };
}

/** A short text by language. */
export type ByLocale = Readonly<Record<string, string>>;

/** ISO 8601: `PT0.6S`, `P7D`. */
export type Duration = string;
