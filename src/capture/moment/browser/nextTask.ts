/**
 * Waits for the next task, so that the page can paint and answer in between. Not by `scheduler.yield`: what goes on after it
 * goes before the page's own tasks. Nor by a timer, which waits for milliseconds.
 */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const hear = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', hear, { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
