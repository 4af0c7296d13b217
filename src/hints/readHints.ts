import type { IndexedHint } from '../protocol/hintIndex';
import type { CompiledHint } from './compileHint';
import { listOf, number, shape, text } from './fits';

/** Hints by name, and by page. */
export interface Hints {
  get(id: string): CompiledHint | undefined;
  has(id: string): boolean;
  /** Those that may show on a page of this name. */
  on(page: string): readonly CompiledHint[];
}

/** A hint that is left out. */
export type RejectedHint = Pick<IndexedHint, 'id' | 'rev'>;

/** How hints are read. */
export interface ReadingOfHints {
  /** Makes one ready; nothing when it can't be read. */
  compile(hint: IndexedHint): CompiledHint | undefined;
  /** Tells, once, that one is left out. */
  reject(hint: RejectedHint): void;
}

/** Most hints that are read. */
const MAX_HINTS = 2000;

/**
 * Reads hints as far as it takes to know on which pages they may show. One is made ready when somebody asks for it or opens such a page:
 * nearly all are of other pages, and are told as left out when somebody comes there. Stops after each hint.
 */
export function* readHints(hints: readonly IndexedHint[], { compile, reject }: ReadingOfHints): Generator<void, Hints> {
  const sent = new Map<string, IndexedHint>();
  const byPage = new Map<string, Set<string>>();
  for (const hint of hints.slice(0, MAX_HINTS)) {
    if (PLACED(hint)) {
      sent.set(hint.id, hint);
      for (const page of hint.where.routes) setOf(byPage, page).add(hint.id);
    } else if (NAMED(hint)) reject(hint);
    yield;
  }
  const ready = new Map<string, CompiledHint>();
  const get = (id: string): CompiledHint | undefined => {
    const hint = sent.get(id);
    if (!hint) return ready.get(id);
    sent.delete(id);
    const compiled = compile(hint);
    if (compiled) ready.set(id, compiled);
    else reject(hint);
    return compiled;
  };
  return {
    get,
    has: (id) => get(id) !== undefined,
    on: (page) => [...(byPage.get(page) ?? [])].flatMap((id) => get(id) ?? []),
  };
}

function setOf(sets: Map<string, Set<string>>, name: string): Set<string> {
  const known = sets.get(name) ?? new Set();
  sets.set(name, known);
  return known;
}

const NAMED = shape({ id: text, rev: number });
const PLACED = shape({ id: text, rev: number, where: shape({ routes: listOf(text) }) });
