import { Type } from 'typebox';
import { DEFAULT_LIMITS } from '../../../src/protocol/index';
import { count, IdSchema, line, OwnerSchema, strict, TimeSchema } from './primitives';

const Digest = Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' });

const Place = strict({ label: line(200), route: line(500), element: Type.Optional(line(200)) });

const ClientChoice = strict({ scope: Type.Enum(['one', 'some', 'all', 'none']), ref: Type.Optional(line(200)) });

const WhiteScreen = strict({ parts: Type.Array(Type.Integer({ minimum: 1, maximum: 9 }), { maxItems: 9 }) });

const Step = strict({ at: TimeSchema, place: line(200), role: line(100), name: line(200), result: line(200) });

const AppError = strict({
  at: TimeSchema,
  kind: line(100),
  message: line(2000),
  stack: Type.Array(line(500), { maxItems: 50 }),
});

const FailedRequest = strict({
  at: TimeSchema,
  method: line(20),
  route: line(500),
  status: Type.Integer({ minimum: 0, maximum: 999 }),
  durationMs: Type.Number({ minimum: 0 }),
});

const Fields = Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9._-]{0,63}$' }), line(2000), {
  additionalProperties: false,
  maxProperties: 50,
});

/** One question of a submission. */
export const QuestionSchema = strict({
  id: IdSchema,
  kind: Type.Enum(['problem', 'ask', 'wish', 'unsafe', 'sla']),
  text: Type.String({ maxLength: DEFAULT_LIMITS.textLength, description: 'Empty only with a recording.' }),
  place: Type.Optional(Place),
  client: Type.Optional(ClientChoice),
  whiteScreen: Type.Optional(WhiteScreen),
  steps: Type.Array(Step, { maxItems: 100 }),
  errors: Type.Array(AppError, { maxItems: 50 }),
  failedRequests: Type.Array(FailedRequest, { maxItems: 100 }),
  fields: Fields,
  attachments: Type.Array(IdSchema, { maxItems: 20, uniqueItems: true }),
  repeats: Type.Optional(IdSchema),
});

const Redaction = strict({
  mode: Type.Enum(['masked', 'manual']),
  boxes: count(),
  revealed: Type.Array(strict({ spot: line(200), at: TimeSchema }), { maxItems: 500 }),
});

const PlayRange = strict({ fromMs: Type.Number({ minimum: 0 }), toMs: Type.Number({ minimum: 0 }) });

const Marker = strict({
  atMs: Type.Number({ minimum: 0 }),
  kind: Type.Enum(['error', 'request', 'press', 'navigation']),
  name: line(200),
});

/** One thing that goes along. Its bytes follow by PATCH. */
export const AttachmentSchema = strict({
  id: IdSchema,
  kind: Type.Enum(['screenshot', 'recording', 'file']),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  type: Type.String({ minLength: 1, maxLength: 100 }),
  size: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  digests: Type.Array(Digest, { maxItems: 1024, description: 'SHA-256 of each MiB, in order.' }),
  width: Type.Optional(count(1_000_000)),
  height: Type.Optional(count(1_000_000)),
  durationMs: Type.Optional(Type.Number({ minimum: 0 })),
  play: Type.Optional(PlayRange),
  markers: Type.Optional(Type.Array(Marker, { maxItems: 200 })),
  alt: Type.Optional(line(300)),
  delayMs: Type.Optional(Type.Number({ minimum: 0 })),
  gaps: Type.Optional(Type.Array(line(300), { maxItems: 100 })),
  redaction: Redaction,
});

/** The browser and the app a question comes from. */
export const EnvironmentSchema = strict({
  app: line(200),
  release: line(200),
  browser: line(200),
  os: line(200),
  locale: line(50),
  viewport: Type.Tuple([Type.Number({ minimum: 0 }), Type.Number({ minimum: 0 })]),
  pixelRatio: Type.Number({ minimum: 0 }),
});

/** Body of `PUT /submissions/{sid}`. */
export const SubmissionSchema = strict({
  schema: Type.Literal(1),
  owner: OwnerSchema,
  device: IdSchema,
  deviceTime: TimeSchema,
  timeZone: line(100),
  questions: Type.Array(QuestionSchema, { minItems: 1, maxItems: DEFAULT_LIMITS.questions }),
  attachments: Type.Array(AttachmentSchema, {
    maxItems: 100,
    description: `At most ${DEFAULT_LIMITS.attachments} are accepted (413).`,
  }),
  environment: Type.Union([EnvironmentSchema, Type.Null()]),
  consent: strict({ version: line(100), reviewed: Type.Literal(true), at: TimeSchema }),
  deflection: strict({
    shown: Type.Array(line(200), { maxItems: 100 }),
    opened: Type.Array(line(200), { maxItems: 100 }),
  }),
  colleagues: Type.Array(line(200), { maxItems: 50 }),
});

/** Where a question stands. */
export const QuestionStatusSchema = Type.Enum([
  'withContact',
  'received',
  'inProgress',
  'needsInfo',
  'answered',
  'closed',
]);

/** One question in a view. */
export const QuestionViewSchema = Type.Object({
  id: IdSchema,
  number: Type.String({ examples: ['24-118.1'] }),
  status: QuestionStatusSchema,
  unread: count(),
  excerpt: line(120),
});

/** How far the bytes of one attachment are. */
export const AttachmentViewSchema = Type.Object({
  id: IdSchema,
  state: Type.Enum(['declared', 'uploading', 'stored', 'checked', 'available', 'quarantined', 'expired', 'erased']),
  offset: count(),
  size: count(),
  erasedAt: Type.Optional(TimeSchema),
  reason: Type.Optional(Type.String({ description: 'Why it was set apart, as a problem name.' })),
});

/** The receipt, and what is asked for again later. */
export const SubmissionViewSchema = Type.Object({
  id: IdSchema,
  reference: Type.String({ examples: ['24-118'] }),
  digest: Type.String({ examples: ['sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:'] }),
  receivedAt: TimeSchema,
  cursor: count(),
  delivery: Type.Enum(['received', 'complete', 'incomplete', 'withdrawn']),
  questions: Type.Array(QuestionViewSchema),
  attachments: Type.Array(AttachmentViewSchema),
});

/** Submissions that changed since a cursor. */
export const SubmissionPageSchema = Type.Object({
  items: Type.Array(SubmissionViewSchema),
  next: count(),
  more: Type.Boolean(),
});
