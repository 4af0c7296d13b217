/** How many different people, or that these are too few to say, or hidden because that would tell another figure. */
export type PeopleCount = { readonly people: number } | { readonly few: true };

/** What is counted of a hint. */
export const HINT_FIGURES = [
  'eligible',
  'rendered',
  'seen',
  'opened',
  'done',
  'dismissed',
  'never',
  'snoozed',
  'targetMissing',
  'targetAmbiguous',
] as const;

/** What is counted of the place of a step. */
export const PLACE_FIGURES = ['found', 'missing', 'ambiguous'] as const;

/** People per hint and release of the host. */
export interface HintFigures {
  readonly hint: string;
  /** Left out: all releases that too few people have to name them, and what told none. */
  readonly release?: string;
  readonly people: Readonly<Record<(typeof HINT_FIGURES)[number], PeopleCount>>;
}

/** People per step of a tour that has a place, and release. */
export interface PlaceFigures {
  readonly hint: string;
  readonly step: string;
  /** Name of the place in the document that is live. */
  readonly target: string;
  readonly release?: string;
  readonly people: Readonly<Record<(typeof PLACE_FIGURES)[number], PeopleCount>>;
}

/** Answer of `GET /hints/report`: what came in during a month (UTC), as far as it is still kept. */
export interface HintReport {
  readonly month: string;
  readonly hints: readonly HintFigures[];
  readonly places: readonly PlaceFigures[];
}
