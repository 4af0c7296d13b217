import type { Page } from '@playwright/test';

/** What a person did: presses of a pointer, presses of a key, and letters typed into a field (which no design can save). */
export interface Acts {
  readonly pointer: number;
  readonly keys: number;
  readonly typed: number;
}

/** Counts what a person does in a page, over reloads. */
export interface ActCounter {
  count(): Promise<Acts>;
  reset(): void;
}

type Kind = keyof Acts;

/** Runs in the page before any script of it, so that nobody can stop an event before it is counted. */
const watch = (): void => {
  const report = (window as unknown as { countAct(kind: string): Promise<void> }).countAct; // put there by exposeBinding below
  const isField = (target: EventTarget | undefined): boolean =>
    target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  addEventListener('pointerdown', (event) => event.isTrusted && report('pointer'), true);
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      const isTyping = event.key.length === 1 && !event.ctrlKey && !event.metaKey && isField(event.composedPath()[0]);
      void report(isTyping ? 'typed' : 'keys');
    },
    true,
  );
};

/** Starts counting in this page. Call it before the page is opened. A chord such as Ctrl+Enter is one key. */
export async function countActs(page: Page): Promise<ActCounter> {
  const acts: Record<Kind, number> = { pointer: 0, keys: 0, typed: 0 };
  await page.exposeBinding('countAct', (_source, kind: Kind) => {
    acts[kind] += 1;
  });
  await page.addInitScript(watch);
  return {
    async count() {
      await page.evaluate(() => undefined); // reports travel in order, so all earlier ones have arrived after this
      return { ...acts };
    },
    reset() {
      acts.pointer = 0;
      acts.keys = 0;
      acts.typed = 0;
    },
  };
}
