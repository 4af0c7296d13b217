/** Where a stream is written: the part of an answer over HTTP that it takes. */
export interface Outlet {
  write(text: string): boolean;
  end(): unknown;
  destroy(): unknown;
  once(event: 'drain', listener: () => void): unknown;
  off(event: 'drain', listener: () => void): unknown;
}

/** How long a reader may leave a full buffer standing. */
export const PATIENCE_MS = 30_000;

/**
 * Writes texts as they come, no faster than they are taken. A reader who takes nothing for too long, or when it has `ended`,
 * is let go: it comes back with its cursor.
 */
export async function pour(texts: AsyncIterable<string>, outlet: Outlet, ended: AbortSignal): Promise<void> {
  for await (const text of texts) {
    if (outlet.write(text) || (await hasDrained(outlet, ended))) continue;
    outlet.destroy();
    return;
  }
  outlet.end();
}

function hasDrained(outlet: Outlet, ended: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (drained: boolean): void => {
      clearTimeout(timer);
      outlet.off('drain', onDrain);
      ended.removeEventListener('abort', onEnd);
      resolve(drained);
    };
    const onDrain = (): void => settle(true);
    const onEnd = (): void => settle(false);
    const timer = setTimeout(onEnd, PATIENCE_MS);
    outlet.once('drain', onDrain);
    ended.addEventListener('abort', onEnd);
    if (ended.aborted) onEnd();
  });
}
