/**
 * What may be said of a submission that was handed over.
 * `received`: the receiver holds the text. `saved`: it is on this device and goes by itself. `held`: only this page has it.
 * `attention`: it goes no further without the person. `gone`: the receiver has it no more.
 */
export type SentState = 'received' | 'saved' | 'held' | 'attention' | 'gone';

/** How far a submission is, as `SentSoFar` says it. */
interface Sent {
  readonly stage: 'text' | 'media' | 'done' | 'gone';
  readonly percent: number;
  readonly reference?: string;
  readonly isHeld?: boolean;
  readonly retry?: () => void;
}

/** Tells which of these it is. A receipt outlives trouble with a picture; what was taken back is no longer received. */
export function sentState({ stage, reference, isHeld = false, retry }: Sent): SentState {
  if (stage === 'gone') return 'gone';
  if (reference !== undefined) return 'received';
  if (retry) return 'attention';
  return isHeld ? 'held' : 'saved';
}

/** The percentage that is spoken: half and whole only, so that a long upload does not keep talking. */
export const spokenPercent = ({ stage, percent }: Sent): 50 | undefined =>
  stage === 'media' && percent >= 50 ? 50 : undefined;
