import type { HintDelivery } from '../../hints';
import type { Result } from '../../foundation/result';
import type { OwnerSpace } from '../owner';
import type { RunningHints } from './engine';
import type { KeptForPerson } from './keeping';
import { createPersonPorts, type PersonPorts } from './personPorts';
import { keepFresh } from './sourceFreshness';
import type { HintsParts } from './hintsParts';

/** Hints of one person: nothing but a question to the receiver, until there are any. */
export interface PersonHints {
  running(): RunningHints | undefined;
  /** Waits for what is on its way; nothing when nothing is published, or nobody can be asked. */
  whenRunning(): Promise<RunningHints | undefined>;
  /** Says something; what is said before they run is said then. */
  say(what: (running: RunningHints) => void): void;
  start(hint: string): Promise<boolean>;
  /** The person signs out: nothing shows from now on; what was done is put away before they are forgotten. */
  leave(): Promise<void>;
  end(): void;
}

/** After the page was idle it gets this long for itself. A tour that goes on does not wait. Milliseconds. */
const WAIT_MS = 1000;
/** Least time between two questions whether there are any by now. Milliseconds. */
const LEAST_MS = 60_000;
/** Most that waits to be said. */
const MOST_WAITING = 64;

/** Begins to look for hints of one person. */
export function beginHints(parts: HintsParts, space: OwnerSpace): PersonHints {
  const { clock, view, lifetime, lazyHints, replies, model } = parts;
  const life = lifetime.child();
  const ports = createPersonPorts(parts, space, life);
  const waiting: ((running: RunningHints) => void)[] = [];
  let kept: KeptForPerson | undefined;
  let running: RunningHints | undefined;
  let beginning: Promise<RunningHints | undefined> | undefined;
  let askedAt = -Infinity;

  const begin = async (): Promise<RunningHints | undefined> => {
    askedAt = clock.now();
    const first = await ports.source.index();
    if (life.hasEnded || !first.ok || first.value.is !== 'index') return undefined;
    const [{ runHints }, { keepHints }] = await Promise.all([lazyHints.engine(), lazyHints.keeping()]);
    if (life.hasEnded) return undefined;
    kept ??= keepHints({ ...parts, ...ports }, life);
    const { createPast } = kept;
    const source = startingWith(first, ports);
    const defaultLocale = localeOf(first.value.value);
    const begun = await runHints({ ...parts, ...ports, source, defaultLocale, createPast }, life);
    if (!begun || life.hasEnded) return undefined;
    for (const say of waiting.splice(0)) say(begun);
    model.hasHints.value = true;
    life.add(() => (model.hasHints.value = false));
    return (running = begun);
  };
  const whenRunning = (): Promise<RunningHints | undefined> => {
    if (running || life.hasEnded) return Promise.resolve(running);
    return (beginning ??= begin()
      .catch(() => undefined) // told by its chunk; the next look tries again
      .finally(() => (beginning = undefined)));
  };
  const look = (): void => {
    if (running) running.refresh();
    else if (clock.now() - askedAt > LEAST_MS) void whenRunning();
  };
  life.add(clock.after(ports.tab.load() ? 0 : WAIT_MS, () => void whenRunning()));
  life.add(replies.onNews(look));
  life.add(keepFresh(view, clock, look));

  return {
    running: () => running,
    whenRunning,
    say(what) {
      if (running) what(running);
      else if (waiting.length < MOST_WAITING) waiting.push(what);
    },
    async start(hint) {
      const ready = await whenRunning();
      return ready?.start(hint) ?? false;
    },
    async leave() {
      const left = kept?.leave();
      running = undefined;
      life.end();
      await left;
    },
    end: () => life.end(),
  };
}

/** The language that all hints fall back on. */
function localeOf(index: unknown): string {
  const { defaultLocale } = (typeof index === 'object' && index !== null ? index : {}) as { defaultLocale?: unknown }; // read as what may be there
  return typeof defaultLocale === 'string' ? defaultLocale : '';
}

/** The answer that is here is the first one that is given. */
function startingWith(first: Result<HintDelivery>, { source }: PersonPorts): PersonPorts['source'] {
  let left: Result<HintDelivery> | undefined = first;
  return {
    index() {
      const answer = left;
      left = undefined;
      return answer ? Promise.resolve(answer) : source.index();
    },
    content: (hint, rev) => source.content(hint, rev),
  };
}
