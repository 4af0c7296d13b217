import type { Collected, Settings } from './settings';

/** What the trail may listen to. */
export type TrailKind = Extract<Collected, 'trail' | 'errors' | 'failedRequests'>;

const KINDS: readonly TrailKind[] = ['trail', 'errors', 'failedRequests'];

/** What of the page is listened to; nothing when nothing is to be remembered. */
export const trailKinds = ({ collect, moment }: Pick<Settings, 'collect' | 'moment'>): readonly TrailKind[] =>
  moment.steps ? KINDS.filter((kind) => collect.includes(kind)) : [];
