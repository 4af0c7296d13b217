import { fail, succeed, type Result } from '../../foundation/result';
import { decodeHints } from '../../protocol/decodeHints';
import {
  bool,
  checked,
  listOf,
  objectOf,
  oneOf,
  optional,
  text,
  type DecodeProblem,
  type Decoder,
} from '../../protocol/decode';
import { HINT_KINDS, type HintDocument } from '../../protocol/hint';
import { HINT_ACTS, type HintActPage } from '../../protocol/hintAct';
import {
  decodeHintDraft,
  type HintDraftEntry,
  type HintDraftState,
  type KeptHintDraft,
} from '../../protocol/hintDraft';
import { HINT_FIGURES, PLACE_FIGURES, type HintReport, type PeopleCount } from '../../protocol/hintReport';
import type { HintRevision } from '../../protocol/hintState';
import type { HintFinding } from '../../protocol/readShape';
import { count } from '../reading/views';

const matching = (expected: string, pattern: RegExp): Decoder<string> =>
  checked(expected, (value): value is string => typeof value === 'string' && pattern.test(value));

const named = matching('the name of a hint, a step or a place', /^[a-z0-9][a-z0-9-]{0,63}$/);
const digest = matching('a SHA-256 in hex', /^[0-9a-f]{64}$/);

/** Reads the tag of a draft. */
export const tag: Decoder<string> = digest;

/** Reads a moment. */
export const moment: Decoder<string> = checked(
  'a moment',
  (value): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
);

/** Reads a revision: of the list, or the one that was just published. */
export const hintRevision: Decoder<HintRevision> = objectOf({
  revision: count,
  sha256: digest,
  at: moment,
  by: text,
  note: text,
});

/** Reads what was published, newest first. */
export const hintRevisions: Decoder<readonly HintRevision[]> = within(
  objectOf({ items: listOf(hintRevision) }),
  ({ items }) => items,
);

/** Reads one document: the one that was asked for, and no other. */
export const documentOf = (wanted: Pick<HintDocument, 'revision' | 'environment'>): Decoder<HintDocument> =>
  only(
    strictly(decodeHints),
    ({ revision, environment }) => revision === wanted.revision && environment === wanted.environment,
  );

const draftState = { etag: tag, changedAt: moment, changedBy: text, basedOn: count };

/** Reads what the receiver knows of a draft after saving. */
export const hintDraftState: Decoder<HintDraftState> = objectOf(draftState);

/** Reads the list of drafts. */
export const hintDrafts: Decoder<readonly HintDraftEntry[]> = within(
  objectOf({ items: listOf(objectOf({ ...draftState, id: named, kind: oneOf(HINT_KINDS), name: text })) }),
  ({ items }) => items,
);

/** Reads one draft: of the hint that was asked for, and no other. */
export const draftOf = (id: string): Decoder<KeptHintDraft> => only(keptDraft, ({ hint }) => hint.id === id);

const keptDraft: Decoder<KeptHintDraft> = (value, pointer) => {
  const state = hintDraftState(value, pointer);
  if (!state.ok) return state;
  const { etag: _etag, changedAt: _at, changedBy: _by, ...draft } = value as object & Partial<HintDraftState>; // just read
  const read = strictly(decodeHintDraft)(draft, pointer);
  return read.ok ? succeed({ ...read.value, ...state.value }) : read;
};

/** Reads what is wrong, or doubtful. */
export const hintFinding: Decoder<HintFinding> = objectOf({
  code: checked(
    'a code of docs/hints.md',
    (value): value is HintFinding['code'] => typeof value === 'string' && /^[VW]\d{1,3}$/.test(value),
  ),
  pointer: text,
  sentence: text,
});

/** Reads the findings about a document. */
export const hintFindings: Decoder<readonly HintFinding[]> = within(
  objectOf({ findings: listOf(hintFinding) }),
  ({ findings }) => findings,
);

/** Reads what is paused. */
export const pausedHints: Decoder<readonly string[]> = within(
  objectOf({ paused: listOf(text) }),
  ({ paused }) => paused,
);

/** Reads a page of the log of hints. */
export const hintActPage: Decoder<HintActPage> = objectOf({
  items: listOf(
    objectOf({
      place: count,
      at: moment,
      by: text,
      act: oneOf(HINT_ACTS),
      revision: optional(count),
      hints: listOf(text),
      note: text,
      hash: optional(digest),
    }),
  ),
  more: bool,
  sound: bool,
});

const few = objectOf({ few: checked('true', (value): value is true => value === true) });
const people = objectOf({ people: count });

const peopleCount: Decoder<PeopleCount> = (value, pointer) => {
  const read = few(value, pointer);
  return read.ok ? read : people(value, pointer);
};

const figuresOf = <Name extends string>(names: readonly Name[]) =>
  objectOf(Object.fromEntries(names.map((name) => [name, peopleCount])) as Record<Name, Decoder<PeopleCount>>); // these very names

/** Reads the figures of the month that was asked for. */
export const reportOf = (month: string): Decoder<HintReport> =>
  objectOf({
    month: oneOf([month]),
    hints: listOf(objectOf({ hint: named, release: optional(text), people: figuresOf(HINT_FIGURES) })),
    places: listOf(
      objectOf({
        hint: named,
        step: named,
        target: text,
        release: optional(text),
        people: figuresOf(PLACE_FIGURES),
      }),
    ),
  });

/** What was read, without what JSON puts around it. */
function within<Outer, Value>(decoder: Decoder<Outer>, inner: (outer: Outer) => Value): Decoder<Value> {
  return (value, pointer) => {
    const read = decoder(value, pointer);
    return read.ok ? succeed(inner(read.value)) : read;
  };
}

/** By a reader of the protocol, which takes nothing that it does not know. */
const strictly =
  <Value>(read: (value: unknown) => Result<Value, readonly HintFinding[]>): Decoder<Value> =>
  (value, pointer = '') => {
    const decoded = read(value);
    if (decoded.ok) return decoded;
    const [first] = decoded.problem;
    return wrong(first?.sentence ?? 'This can not be read.', pointer + (first?.pointer ?? ''));
  };

/** What was read, if it is what was asked for. */
const only =
  <Value>(decoder: Decoder<Value>, isWanted: (value: Value) => boolean): Decoder<Value> =>
  (value, pointer = '') => {
    const read = decoder(value, pointer);
    return !read.ok || isWanted(read.value) ? read : wrong('This should be what was asked for.', pointer);
  };

const wrong = (message: string, pointer: string): Result<never, DecodeProblem> =>
  fail({ code: 'not-as-expected', message, pointer });
