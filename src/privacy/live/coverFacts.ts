/** What holds around a place of the page: the marks of the host on it or further out. */
export interface Surroundings {
  readonly blocked: boolean;
  readonly masked: boolean;
  readonly unmasked: boolean;
  readonly insideField: boolean;
}

/** Selectors of what is known to be interface. They name a whole attribute, so that another value is covered before anyone has looked. */
export interface KnownSelectors {
  readonly pictures: readonly string[];
  readonly buttons: readonly string[];
  /** Frames whose page is covered by rules of its own. */
  readonly frames: readonly string[];
  /** Inline styles whose every address is an asset of the interface. */
  readonly styles: readonly string[];
}

/** What the cover of one tree of elements depends on. */
export interface CoverFacts {
  /** Names of our own elements, which are never covered. */
  readonly ownNames: readonly string[];
  readonly around: Surroundings;
  readonly known: KnownSelectors;
  /** Custom elements that may have a shadow tree we cannot see into. */
  readonly sealedNames: readonly string[];
  /** Highlights of the host. A highlight paints its text anew, in its own colour. */
  readonly highlights: readonly string[];
  /** A sheet of this tree cannot be read, so any picture or text may come out of it. */
  readonly isStrict: boolean;
}
