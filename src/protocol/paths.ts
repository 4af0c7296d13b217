import type { Id } from '../foundation/id';
import { PROTOCOL_VERSION } from './version';

/** Paths in one place for both sides: `root` below the receiver's address, the others below that. */
export const paths = {
  root: () => `/${PROTOCOL_VERSION}`,
  me: () => '/me',
  deviceKey: (device: Id) => `/me/device-keys/${device}`,
  submissions: () => '/submissions',
  submission: (id: Id) => `/submissions/${id}`,
  attachments: () => '/attachments',
  attachment: (id: Id) => `/attachments/${id}`,
  attachmentContent: (id: Id) => `/attachments/${id}/content`,
  question: (id: Id) => `/questions/${id}`,
  message: (question: Id, message: Id) => `/questions/${question}/messages/${message}`,
  action: (question: Id, action: Id) => `/questions/${question}/actions/${action}`,
  read: (question: Id) => `/questions/${question}/read`,
  changes: () => '/changes',
  events: () => '/events',
  hintIndex: () => '/hints/index',
  hintContent: (hint: string, rev: number) => `/hints/content/${encodeURIComponent(`${hint}@${rev}`)}`,
  hintHistory: () => '/hints/history',
  hintEvents: (batch: Id) => `/hints/events/${batch}`,
} as const;

/** Paths of who makes hints: apart, for the few who do. */
export const hintDesignPaths = {
  validate: () => '/hints/validate',
  publish: () => '/hints/publish',
  rollBack: () => '/hints/rollback',
  pause: () => '/hints/pause',
  revisions: () => '/hints/revisions',
  revision: (revision: number) => `/hints/revisions/${revision}`,
  drafts: () => '/hints/drafts',
  draft: (hint: string) => `/hints/drafts/${encodeURIComponent(hint)}`,
  audit: () => '/hints/audit',
  report: () => '/hints/report',
} as const;
