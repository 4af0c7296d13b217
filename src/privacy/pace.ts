/** Does a piece of the work now, or later: then what it gives stands in the text as a token until all is done. */
export type Pace = (work: () => string) => string;

/** The pace of somebody who has no time to wait. */
export const atOnce: Pace = (work) => work();

/** A pace that stops when a task has lasted long enough. */
export interface CalmPace {
  readonly pace: Pace;
  /** Does what was left for later, in the order of the text, task by task, and gives the text without tokens; nothing once it is off. */
  finish(text: string): Promise<string | undefined>;
}

/** What a calm pace needs from outside. */
export interface CalmPaceOptions {
  /** Milliseconds, from any moment. */
  now(): number;
  /** Waits for the next task. */
  nextTask(): Promise<void>;
  /** Whether the work is of no use any more: asked after each wait. */
  isOff(): boolean;
  readonly taskMs: number;
}

/** A sign that no text of the copy holds: XML does not know it, so it is taken out of all of them. */
const TOKEN = /\u0001(\d+)\u0001/g; // eslint-disable-line no-control-regex -- that is why it is this one

/** Creates a calm pace. What comes up while a piece is done comes right after it, so that everything is met in the order of the page. */
export function createCalmPace({ now, nextTask, isOff, taskMs }: CalmPaceOptions): CalmPace {
  const done: string[] = [];
  const waiting: { readonly token: number; readonly work: () => string }[] = [];
  let tokens = 0;
  let from = now();
  const isDue = (): boolean => now() - from > taskMs;
  let fresh: typeof waiting = [];

  const whole = (text: string): string => text.replace(TOKEN, (_, token: string) => whole(done[Number(token)] ?? ''));

  return {
    pace(work) {
      if (!isDue()) return work();
      const token = tokens++;
      fresh.push({ token, work });
      return `\u0001${token}\u0001`;
    },
    async finish(text) {
      for (;;) {
        waiting.push(...fresh.reverse());
        fresh = [];
        const next = waiting.pop();
        if (!next) return whole(text);
        if (isDue()) {
          await nextTask();
          if (isOff()) return undefined;
          from = now();
        }
        done[next.token] = next.work();
      }
    },
  };
}
