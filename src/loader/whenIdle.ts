/** How long after loading the page counts as idle at the latest, or where the engine does not tell. Milliseconds. */
const IDLE_MS = 2000;

/** Calls `act` once the page has loaded and has nothing to do. The answer cancels it. */
export function whenIdle(view: Window, act: () => void): () => void {
  const cancelled = new AbortController();
  const now = (): void => {
    if (!cancelled.signal.aborted) act();
  };
  const wait = (): void => {
    if ('requestIdleCallback' in view) view.requestIdleCallback(now, { timeout: IDLE_MS });
    else setTimeout(now, IDLE_MS);
  };
  if (view.document.readyState === 'complete') wait();
  else view.addEventListener('load', wait, { once: true, signal: cancelled.signal });
  return () => cancelled.abort();
}
