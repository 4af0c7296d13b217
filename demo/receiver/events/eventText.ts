import type { Change, ChangePage } from '../../../src/protocol/index';

/** A comment: it tells nothing, but proxies keep the connection and the reader knows that it is alive. */
export const PING = ': ping\n\n';

/** Asks the reader to wait this long before it comes back. Milliseconds. */
export const retryText = (ms: number): string => `retry: ${ms}\n\n`;

/** Changes as an event stream tells them: each with its cursor as id, so that a reader comes back where it was. Ids only, never content. */
export const changesText = ({ items }: ChangePage): string => items.map(changeText).join('');

const changeText = (change: Change): string => `event: change\nid: ${change.seq}\ndata: ${JSON.stringify(change)}\n\n`; // JSON has no line breaks of its own
