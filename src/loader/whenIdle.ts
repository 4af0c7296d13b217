/** How long after loading the page counts as idle at the latest, or where the engine does not tell. Milliseconds. */
const IDLE_MS = 2000;

/** Resolves once the page has loaded and has nothing to do, unless `cancelled` comes first. */
export const whenIdle = (view: Window, cancelled: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const now = (): void => {
      if (!cancelled.aborted) resolve();
    };
    const wait = (): void => {
      if ('requestIdleCallback' in view) view.requestIdleCallback(now, { timeout: IDLE_MS });
      else setTimeout(now, IDLE_MS);
    };
    if (view.document.readyState === 'complete') wait();
    else view.addEventListener('load', wait, { once: true, signal: cancelled });
  });
