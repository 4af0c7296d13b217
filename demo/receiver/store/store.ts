import type { Store } from '../ports';
import { createAccessStore } from './accessReport';
import { createAttachmentStore } from './attachments';
import { createChangeStore } from './changes';
import { createChangeSignal, type ChangeSignal } from './changeSignal';
import { createConversationStore } from './conversations';
import type { StoreContext } from './context';
import type { Database } from './database';
import { createDeviceKeyStore } from './deviceKeys';
import { createHintStore } from './hints';
import { createInboxStore } from './inbox';
import { createOutgoingStore } from './outgoing';
import { createRetentionStore } from './retention';
import { createRows } from './rows';
import { createSubmissionStore } from './submissions';

/** What a store is made of. */
export interface StoreParts extends Omit<StoreContext, 'rows' | 'signal'> {
  readonly database: Database;
  /** Default: a signal within this process. */
  readonly signal?: ChangeSignal;
  /** How much room the disk of the database has left, in bytes. Default: enough. */
  readonly freeBytes?: () => number;
}

/** Creates the store on a database whose tables are up to date. */
export function createStore({ database, signal = createChangeSignal(), freeBytes, ...given }: StoreParts): Store {
  const context: StoreContext = { ...given, signal, rows: createRows(database, freeBytes) };
  return {
    ...createSubmissionStore(context),
    ...createAttachmentStore(context),
    ...createConversationStore(context),
    ...createChangeStore(context),
    ...createInboxStore(context),
    ...createAccessStore(context),
    ...createDeviceKeyStore(context),
    ...createRetentionStore(context),
    ...createOutgoingStore(context),
    ...createHintStore(context),
  };
}
