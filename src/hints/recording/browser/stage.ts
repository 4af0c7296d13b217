import type { LookOptions, Place } from '../../browser/findMatches';
import type { PageCopy } from './copyPage';
import type { Edits } from './edits';

/** What a change works on: a copy of the page, and a note of what it did. */
export interface Stage extends PageCopy, Pick<LookOptions, 'testIdAttribute' | 'locales'> {
  readonly place: Place;
  readonly edits: Edits;
}
