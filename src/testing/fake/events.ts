import type { Call } from '../../delivery';
import type { World } from './world';

/** As often as the receiver shows that a stream lives. Milliseconds. */
const BEAT_MS = 15_000;

/** Where a stream begins, and who hears it. */
export interface Following {
  readonly after: number;
  readonly call: Call;
  heard(cursor: number): void;
}

/** Tells somebody of their changes as they happen, until `call.signal` ends it. */
export function followChanges(world: World, owner: string, { after, call, heard }: Following): Promise<void> {
  return new Promise((resolve) => {
    let cursor = after;
    const tell = (): void => {
      for (const change of world.changes) if (change.owner === owner) cursor = Math.max(cursor, change.seq);
      heard(cursor);
    };
    const timer = setInterval(tell, BEAT_MS);
    const end = (): void => {
      clearInterval(timer);
      world.followers.delete(tell);
      resolve();
    };
    call.signal?.addEventListener('abort', end);
    world.followers.add(tell);
    tell();
    if (call.signal?.aborted) end();
  });
}
