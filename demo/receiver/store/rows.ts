import { sql } from 'drizzle-orm';
import type { Owner } from '../retentionPort';
import type { Database } from './database';

/**
 * The way to the rows: every piece of work is one transaction that says whose rows it may touch.
 * PostgreSQL holds it to that by row-level security (`migrations/rowSecurity`), whatever the query says; a transaction that says nothing sees nothing.
 */
export interface Rows {
  /** Sees what is this person's. */
  ofAsker<Value>(asker: Owner, work: (tx: Database) => Promise<Value>): Promise<Value>;
  /** Sees what agents see: the questions of every organisation, and no keys of devices. */
  ofAgents<Value>(work: (tx: Database) => Promise<Value>): Promise<Value>;
  /** Sees everything: what the receiver does by itself, and what a secret opens. */
  ofReceiver<Value>(work: (tx: Database) => Promise<Value>): Promise<Value>;
}

interface Side {
  readonly side: 'asker' | 'agents' | 'receiver';
  readonly organisation?: string;
  readonly owner?: string;
}

/** `deadlock_detected` and `serialization_failure`: nothing was done, and once more may do it. */
const AGAIN = new Set(['40P01', '40001']);
const TRIES = 4;

/**
 * Below this nothing is begun any more, reading neither, because a look is written down: the log of the database takes 16 MiB at a time, and
 * where it finds no room the database ends. What the receiver does by itself may go on for longer, because some of it makes room.
 */
const [LEAST_BYTES, LEAST_OF_RECEIVER_BYTES] = [64 * 1_048_576, 40 * 1_048_576];

/** Creates the way to the rows of a database whose tables are up to date. `freeBytes` tells how much room its disk has left. */
export function createRows(database: Database, freeBytes: () => number = () => Infinity): Rows {
  const run = async <Value>(side: Side, work: (tx: Database) => Promise<Value>): Promise<Value> => {
    if (freeBytes() < (side.side === 'receiver' ? LEAST_OF_RECEIVER_BYTES : LEAST_BYTES)) throw new NoRoom();
    for (let left = TRIES - 1; ; left -= 1)
      try {
        return await database.transaction(async (tx) => {
          await takeSide(tx, side);
          return work(tx);
        });
      } catch (error) {
        if (left === 0 || !AGAIN.has(codeOf(error))) throw error;
      }
  };
  return {
    ofAsker: ({ owner, organisation }, work) => run({ side: 'asker', organisation: organisation.id, owner }, work),
    ofAgents: (work) => run({ side: 'agents' }, work),
    ofReceiver: (work) => run({ side: 'receiver' }, work),
  };
}

/** Has the code of a file system without space: it comes to the same. */
class NoRoom extends Error {
  readonly code = 'ENOSPC';

  constructor() {
    super('The disk of the database is nearly full.');
  }
}

/** Says whose rows the transaction may touch, until it ends. */
async function takeSide(tx: Database, { side, organisation = '', owner = '' }: Side): Promise<void> {
  await tx.execute(sql`select set_config('support.side', ${side}, true),
    set_config('support.organisation', ${organisation}, true), set_config('support.owner', ${owner}, true)`);
}

/** Lets the rest of a transaction see everything: for a backup and a restore, and for the list of bytes that must go. */
export const takeReceiverSide = (tx: Database): Promise<void> => takeSide(tx, { side: 'receiver' });

/** The code that the database gave; its error is the cause of the one that the query builder throws. */
function codeOf(error: unknown): string {
  const { code, cause } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly cause?: unknown;
  }; // both are looked at before use
  if (typeof code === 'string') return code;
  return cause === undefined ? '' : codeOf(cause);
}
