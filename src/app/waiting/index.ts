/** What waits on the device and needs the person's eye, joined with the outbox and the drafts. */
export { WaitingNotices as Notices } from './WaitingNotices';
export { nlWaiting as texts } from '../../locale/nlWaiting';
