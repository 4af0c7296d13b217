import { Type } from 'typebox';
import {
  HINT_EVENTS,
  HINT_FAULTS,
  type HintEvent,
  type HintContent,
  type HintIndex,
} from '../../../src/protocol/index';
import { count, line, OwnerSchema, strict, TimeSchema } from './primitives';

/** Of a hint, a step, a place: as `docs/hints.schema.json` has it. */
export const HintNameSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });
/** `productie`, `acceptatie`: hints are published to each apart. */
export const EnvironmentNameSchema = Type.String({ pattern: '^[a-z0-9-]{1,40}$' });
const Whole = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** What one person did with one hint. */
export const HintRecordSchema = strict({
  hint: HintNameSchema,
  shown: count(1_000_000),
  lastShownAt: Type.Optional(TimeSchema),
  openedAt: Type.Optional(TimeSchema),
  dismissedAt: Type.Optional(TimeSchema),
  neverAt: Type.Optional(TimeSchema),
  doneAt: Type.Optional(TimeSchema),
  snoozedUntil: Type.Optional(TimeSchema),
  resetAt: Type.Optional(TimeSchema),
  tour: Type.Optional(strict({ step: HintNameSchema, rev: Whole, at: TimeSchema })),
});

/** Body and answer of `/hints/history`. */
export const HintHistorySchema = strict({
  records: Type.Array(HintRecordSchema, { maxItems: 4000 }),
  off: Type.Optional(strict({ value: Type.Boolean(), at: TimeSchema })),
});

/** One thing that happened: names and numbers, no place for a text. `isOfItsKind` says which members each has. */
export const HintEventSchema = strict({
  hint: Type.Optional(HintNameSchema),
  rev: Type.Optional(Whole),
  what: Type.Enum([...HINT_EVENTS], {
    description: '`engineError` has `where`, `engineDegraded` has `level`; all others have `hint` and `rev`',
  }),
  at: TimeSchema,
  step: Type.Optional(HintNameSchema),
  route: Type.Optional(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9.-]{0,79}$' })),
  appVersion: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9.+-]{1,40}$' })),
  count: Type.Optional(count(3_600_000)),
  where: Type.Optional(Type.Enum([...HINT_FAULTS])),
  level: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])),
});

/** What is about no hint in particular, and what it says instead. */
const OF_NONE: ReadonlyMap<string, 'where' | 'level'> = new Map([
  ['engineError', 'where'],
  ['engineDegraded', 'level'],
]);
const MEMBERS = ['hint', 'rev', 'step', 'count', 'where', 'level'] as const;

/** Whether an event says which hint it is about, or what it is about instead, and nothing that is not its own. */
export function isOfItsKind(event: HintEvent): boolean {
  const own = OF_NONE.get(event.what);
  const needed = own ? [own] : (['hint', 'rev'] as const);
  const foreign = MEMBERS.filter((name) => (own ? name !== own : name === 'where' || name === 'level'));
  return needed.every((name) => event[name] !== undefined) && foreign.every((name) => event[name] === undefined);
}

/** Body of `PUT /hints/events/{batch}`. */
export const HintEventBatchSchema = strict({ owner: OwnerSchema, events: Type.Array(HintEventSchema) });

/** A document as it was made: judged by the same code as in the designer, so that each fault has a sentence. */
const Document = Type.Unknown({ description: 'A hint document, see docs/hints.schema.json' });
const Note = Type.String({ minLength: 1, maxLength: 140, pattern: '\\S' });

/** Body of `POST /hints/validate`. */
export const HintCheckSchema = strict({ document: Document });

/** Body of `POST /hints/publish`. */
export const HintPublishSchema = strict({
  document: Document,
  note: Note,
  confirmed: Type.Optional(Type.Boolean({ description: 'Whether its maker has seen the warnings' })),
});

/** Body of `POST /hints/pause`. */
export const HintPauseSchema = strict({
  environment: EnvironmentNameSchema,
  hints: Type.Array(Type.Union([Type.Literal('*'), HintNameSchema]), { minItems: 1, maxItems: 100 }),
  paused: Type.Boolean(),
  note: Note,
});

/** Body of `POST /hints/rollback`. */
export const HintRollbackSchema = strict({
  environment: EnvironmentNameSchema,
  to: Whole,
  hint: Type.Optional(HintNameSchema),
  note: Note,
});

/** What is paused now. */
export const HintPausedSchema = Type.Object({ paused: Type.Array(Type.String()) });

/** What is wrong, or doubtful. */
export const HintFindingsSchema = Type.Object({
  findings: Type.Array(Type.Object({ code: Type.String(), pointer: Type.String(), sentence: line(200) })),
});

/** One revision. */
export const HintRevisionSchema = Type.Object({
  revision: Whole,
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  at: TimeSchema,
  by: Type.String(),
  note: Type.String(),
});

/** Answer of `GET /hints/revisions`. */
export const HintRevisionsSchema = Type.Object({ items: Type.Array(HintRevisionSchema) });

const place = { label: Type.String(), tag: Type.String() };
const finding = { weight: Type.Number(), strong: Type.Optional(Type.Boolean()) };
/** In full, or by a recipe: published before there were any, an index still has the former. */
const HintPlaceSchema = Type.Union([
  Type.Object({ ...place, find: Type.Array(Type.Object({ by: Type.Object({}), ...finding })) }),
  Type.Object({ ...place, recipe: count(2000), signs: Type.Array(Type.Unknown()) }),
]);
const HintRecipeSchema = Type.Array(Type.Object({ by: Type.Record(Type.String(), count(100)), ...finding }));

/** Answer of `GET /hints/index`: what decides, without what is read. */
export const HintIndexSchema = Type.Unsafe<HintIndex>(
  Type.Object({
    format: Type.Literal('cliendo.hints.index'),
    version: Type.Literal(1),
    revision: Whole,
    environment: Type.String(),
    defaultLocale: Type.String(),
    routes: Type.Record(Type.String(), Type.String()),
    policy: Type.Object({}),
    targets: Type.Record(Type.String(), HintPlaceSchema),
    recipes: Type.Optional(Type.Array(HintRecipeSchema)),
    hints: Type.Array(Type.Object({ id: HintNameSchema, rev: Whole, kind: Type.String() })),
  }),
);

/** Answer of `GET /hints/content/{which}`: the words of one hint. */
export const HintContentSchema = Type.Unsafe<HintContent>(
  Type.Object({
    hint: HintNameSchema,
    rev: Whole,
    content: Type.Optional(Type.Object({})),
    actions: Type.Optional(Type.Array(Type.Object({}))),
    steps: Type.Optional(Type.Array(Type.Object({ id: HintNameSchema, content: Type.Object({}) }))),
  }),
);
