import type { Database } from '../store/database';
import type { ChangeSignal } from '../store/changeSignal';

/** An open database and the way to close it. */
export interface OpenDatabase {
  readonly database: Database;
  /** Whether the tables were made just now. */
  readonly isNew: boolean;
  /** Wakes who waits in other receivers on this database too; absent where there can be no others. */
  readonly signal?: ChangeSignal;
  /** How much room its disk has left, in bytes; absent where it is not known here. */
  readonly freeBytes?: () => number;
  close(): Promise<void>;
}
