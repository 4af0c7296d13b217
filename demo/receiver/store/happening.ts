import type { Id } from '../../../src/foundation/id';
import type { Change } from '../../../src/protocol/index';

/** What happened, and whom it concerns. */
export interface Happening {
  readonly organisation: string;
  readonly owner: string;
  readonly type: Change['type'];
  readonly submission: Id;
  readonly question?: Id;
  /** Who did it, where somebody did. */
  readonly by?: 'asker' | 'agent';
  readonly at: Date;
}
