import { compileIndex } from '../../src/hints';
import type { CompiledHint } from '../../src/hints/compileHint';
import type { CompiledIndex } from '../../src/hints/compileIndex';
import type { HintContext } from '../../src/hints/context';
import type { RejectedHint } from '../../src/hints/readHints';
import type { HintDocument, HintIndex, HintRecord } from '../../src/protocol';
import { indexOf } from '../../src/protocol';
import { aHintDocument } from './hintDocuments';

/** A Thursday, ten in the morning in Amsterdam. */
export const NOW = Date.UTC(2026, 2, 12, 9);
const MINUTE = 60_000;

/** Reads an index in one go. */
export function readIndex(
  value: unknown,
  reject: (hint: RejectedHint) => void = () => undefined,
): CompiledIndex | undefined {
  const reading = compileIndex(value, reject);
  for (;;) {
    const step = reading.next();
    if (!step.done) continue;
    if (step.value) sentIn.set(step.value, (value as HintIndex).hints); // it was read
    return step.value;
  }
}

/** What was sent of each index: an index gives hints by name and by page, and makes no list of all of them. */
const sentIn = new WeakMap<CompiledIndex, HintIndex['hints']>();

/** Every hint of an index that can be read. */
export const hintsIn = (index: CompiledIndex): readonly CompiledHint[] =>
  (sentIn.get(index) ?? []).flatMap(({ id }) => index.hints.get(id) ?? []);

/** Their names. */
export const idsIn = (index: CompiledIndex): readonly string[] => hintsIn(index).map(({ id }) => id);

/** Makes ready what is published of a document. */
export function anIndex(change: Partial<HintDocument> = {}): CompiledIndex {
  const index = readIndex(indexOf(aHintDocument(change), new Set()));
  if (!index) throw new Error('This document can not be read.');
  return index;
}

/** A hint of an index, which must be there. */
export function hintOf(index: CompiledIndex, id: string): CompiledHint {
  const hint = index.hints.get(id);
  if (!hint) throw new Error(`There is no hint ${id}.`);
  return hint;
}

/** A moment at which everything is in order: on the page, the history known, the place found, everything fired. */
export const aContext = (index: CompiledIndex, change: Partial<HintContext> = {}): HintContext => ({
  now: NOW,
  index,
  routes: new Set(['zorgplan']),
  facts: new Map(),
  past: { records: new Map(), events: new Map() },
  isOff: false,
  session: { id: 's', startedAt: NOW - 60 * MINUTE, shows: [] },
  fired: new Map(idsIn(index).map((id) => [id, 'page'] as const)),
  running: [],
  isCut: false,
  placeOf: () => 'found',
  isBehindModal: () => false,
  ...change,
});

/** A person's past of some hints. */
export const pastOf = (
  ...records: readonly (Partial<HintRecord> & { readonly hint: string })[]
): HintContext['past'] => ({
  records: new Map(records.map((record) => [record.hint, { shown: 0, ...record }])),
  events: new Map(),
});
