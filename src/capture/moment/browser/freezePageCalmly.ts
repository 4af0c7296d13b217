import { createCalmPace, type CalmPace } from '../../../privacy/index';
import type { FrozenPage } from '../moment';
import { freezePage, freezing, rootsIn, type FreezeOptions } from './freezePage';
import { nextTask } from './nextTask';
import { watchForChange } from './watchForChange';

/** How long a task may last before the page gets its turn. What is begun is ended, so a task may be somewhat longer. */
const TASK_MS = 24;
/** A page that changes this often is not going to stand still: then it is frozen at once. */
const MOST_STARTS = 3;

/**
 * Freezes the page like `freezePage`, but in short tasks, for when there is time: somebody comes near the launcher, or asks for a
 * fresh picture. When the page changes meanwhile it starts anew, and in the end does it at once: never half of one and half of
 * another moment. Gives nothing when it is told to stop.
 */
export async function freezePageCalmly(
  document: Document,
  options: FreezeOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<FrozenPage | undefined> {
  for (let start = 0; start < MOST_STARTS; start += 1) {
    const watch = watchForChange([...rootsIn(document, options.own)], options.own);
    const isOff = (): boolean => watch.hasChanged() || signal?.aborted === true;
    try {
      const page = await freezeOnce(document, options, isOff);
      if (page) return page;
    } catch {
      break; // what fails here fails at once too, and there it gives an empty page
    } finally {
      watch.end();
    }
    if (signal?.aborted) return undefined;
  }
  return signal?.aborted ? undefined : freezePage(document, options);
}

async function freezeOnce(
  document: Document,
  options: FreezeOptions,
  isOff: () => boolean,
): Promise<FrozenPage | undefined> {
  const { pace, finish } = createCalmPace({ now: () => performance.now(), nextTask, taskMs: TASK_MS, isOff });
  const steps = freezing(document, { ...options, takenAt: options.clock.now(), pace });
  let step = steps.next('');
  while (!step.done) {
    const whole: Awaited<ReturnType<CalmPace['finish']>> = await finish(step.value);
    if (whole === undefined) return undefined;
    step = steps.next(whole);
  }
  return step.value;
}
