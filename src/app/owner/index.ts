/**
 * Whose device this is: the session, that person's storage and outbox, and the look for replies.
 * Fetched when the panel opens, when the host says who is signed in, or when something of an earlier visit waits.
 */
export { startOwner } from './startOwner';
export type { OwnerPart } from './startOwner';
export type { Connection } from './connection';
export type { OwnersModelInstance } from './owners.model';
export type { OwnerSpace } from './ownerSpace';
export type { RepliesWatch } from './repliesWatch';
