import type { Clock } from '../ports';
import type { ChangeSignal } from './changeSignal';
import type { Database } from './database';

/** What every part of the store works with. */
export interface StoreContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly signal: ChangeSignal;
  readonly submissionsPerHour: number;
}
