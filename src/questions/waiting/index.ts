/**
 * What waits on the device and needs the person's eye: questions that wait too long, drafts that will be erased, and what nobody can read
 * any more. A chunk of its own. Invariant: nothing here removes anything by itself.
 */
export { countOf, expiryOf, lateOf, type Late, type Unsent } from './age';
export { ExpiringNotice, type ExpiringNoticeProps } from './ExpiringNotice';
export { LateNotice, type LateNoticeProps } from './LateNotice';
export { QueuedNotice, type QueuedNoticeProps } from './QueuedNotice';
export { UnreadableNotice, type UnreadableNoticeProps } from './UnreadableNotice';
