import type { Clock, Store } from '../ports';
import { createAttachmentStore } from './attachments';
import { createChangeStore } from './changes';
import { createChangeSignal, type ChangeSignal } from './changeSignal';
import { createConversationStore } from './conversations';
import type { Database } from './database';
import { createInboxStore } from './inbox';
import { createSubmissionStore } from './submissions';

/** What every part of the store works with. */
export interface StoreContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly signal: ChangeSignal;
  readonly submissionsPerHour: number;
}

/** Creates the store on a database whose tables are up to date. */
export function createStore(given: Omit<StoreContext, 'signal'>): Store {
  const context: StoreContext = { ...given, signal: createChangeSignal() };
  return {
    ...createSubmissionStore(context),
    ...createAttachmentStore(context),
    ...createConversationStore(context),
    ...createChangeStore(context),
    ...createInboxStore(context),
  };
}
