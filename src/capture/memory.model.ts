import { createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Log } from '../foundation/log';
import type { Failure } from '../foundation/result';
import type { Origin } from './origin';

/** Something that could not go along. The file's name is for the screen only. */
export interface CaptureProblem extends Failure {
  readonly key: number;
  readonly fileName?: string;
  readonly limit?: number;
}

/** What capturing knows for as long as the page is open. */
export interface Memory {
  readonly problems: readonly CaptureProblem[];
  readonly origins: ReadonlyMap<Id, Origin>;
}

/** What was told, and where pictures came from. It is never stored: what a picture hid goes with it. */
export const MemoryModel = createModel(({ log }: { readonly log: Log }) => {
  const problems = signal<readonly CaptureProblem[]>([]);
  const origins = new Map<Id, Origin>();
  let told = 0;

  return {
    problems,
    report(problem: Failure & { readonly limit?: number }, fileName?: string): void {
      log.warn(problem.code, problem.message);
      told += 1;
      problems.value = [...problems.peek(), { ...problem, key: told, ...(fileName !== undefined && { fileName }) }];
    },
    /** Takes a told problem off the screen. */
    dismiss(key: number): void {
      problems.value = problems.peek().filter((problem) => problem.key !== key);
    },
    /** Where the pixels of an attachment came from. */
    originOf: (id: Id): Origin | undefined => origins.get(id),
    noteOrigin(id: Id, origin: Origin): void {
      origins.set(id, origin);
    },
    forgetOrigins: (ids: readonly Id[]): void => ids.forEach((id) => origins.delete(id)),
    inMemory: (): Memory => ({ problems: problems.peek(), origins }),
    /** Goes on with what another one knows, which ends after it. */
    remember(from: Memory): void {
      problems.value = from.problems;
      told = from.problems.at(-1)?.key ?? 0;
      from.origins.forEach((origin, id) => origins.set(id, origin));
    },
  };
});
