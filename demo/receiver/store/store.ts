import type { Store } from '../ports';
import { createAccessStore } from './accessReport';
import { createAttachmentStore } from './attachments';
import { createChangeStore } from './changes';
import { createChangeSignal } from './changeSignal';
import { createConversationStore } from './conversations';
import type { StoreContext } from './context';
import { createDeviceKeyStore } from './deviceKeys';
import { createInboxStore } from './inbox';
import { createRetentionStore } from './retention';
import { createSubmissionStore } from './submissions';

/** Creates the store on a database whose tables are up to date. */
export function createStore(given: Omit<StoreContext, 'signal'>): Store {
  const context: StoreContext = { ...given, signal: createChangeSignal() };
  return {
    ...createSubmissionStore(context),
    ...createAttachmentStore(context),
    ...createConversationStore(context),
    ...createChangeStore(context),
    ...createInboxStore(context),
    ...createAccessStore(context),
    ...createDeviceKeyStore(context),
    ...createRetentionStore(context),
  };
}
