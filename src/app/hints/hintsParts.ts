import type { HintsDeps } from '../../hints';
import type { HintsHolderOptions } from '../hintsHolder';
import type { OwnerPart } from '../owner';
import type { HintSettings } from '../settings';
import type { HintDesk } from './hintDesk';
import type { LazyHints } from './lazyHints';

/** What hints are joined with. */
export interface HintsJoints
  extends HintsHolderOptions, Pick<OwnerPart, 'owners' | 'connection' | 'replies' | 'newId'> {}

/** The same, with what this chunk makes. */
export interface HintsParts extends HintsJoints, Pick<HintsDeps, 'noteFault'> {
  readonly lazyHints: LazyHints;
  readonly desk: HintDesk;
  options(): HintSettings;
}
