/** What a spot of the page is. A `field` holds what somebody filled in; a `picture` is anything made of pixels or shapes. */
export type SpotKind = 'text' | 'field' | 'picture' | 'frame';

/** What is known about a spot. */
export interface MaskFacts {
  readonly kind: SpotKind;
  /** `data-support-block` on it or on something around it. */
  readonly blocked: boolean;
  /** `data-support-mask` on it or on something around it. */
  readonly masked: boolean;
  /** `data-support-unmask` on the spot's own element. */
  readonly unmaskedItself: boolean;
  /** `data-support-unmask` on something around it. */
  readonly unmaskedAround: boolean;
  /** It is part of a field: a rich text editor, an option. */
  readonly insideField: boolean;
  /** Text: stands as a whole in the host's dictionary. Picture: one of the interface's own assets. */
  readonly isInterface: boolean;
}

/** `block` is one filled box that cannot be revealed; `cover` leaves the outline and can be. */
export type MaskVerdict = 'keep' | 'cover' | 'block';

/**
 * Decides whether a spot may be seen: covered unless it is known to belong to the interface.
 * Order: block, mask, unmask, dictionary or asset, cover. A masked surrounding cannot be undone inside it,
 * and a field, picture or frame is only cleared by a mark on itself: a mark around it speaks of texts.
 */
export function maskVerdict(facts: MaskFacts): MaskVerdict {
  if (facts.blocked) return 'block';
  if (facts.masked) return 'cover';
  if (facts.unmaskedItself) return 'keep';
  if (facts.kind === 'field' || facts.insideField) return 'cover';
  if (facts.kind === 'text' && facts.unmaskedAround) return 'keep';
  return facts.isInterface ? 'keep' : 'cover';
}
