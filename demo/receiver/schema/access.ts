import { Type } from 'typebox';
import { count, IdSchema, line, strict, TimeSchema } from './primitives';

/** One row of the access log. */
export const AccessRowSchema = Type.Object({
  seq: count(),
  at: TimeSchema,
  event: Type.Enum(['view', 'play', 'download', 'list', 'review', 'delete']),
  purpose: Type.Enum(['answering', 'ownQuestion', 'logReview', 'takingBack', 'retention']),
  outcome: Type.Enum(['granted', 'refused']),
  actor: Type.Object({ id: Type.String(), name: Type.String(), role: Type.String() }),
  onBehalfOf: Type.String(),
  organisation: Type.String(),
  submission: Type.Optional(IdSchema),
  question: Type.Optional(IdSchema),
  number: Type.Optional(Type.String()),
  attachment: Type.Optional(IdSchema),
  clientRefs: Type.Array(Type.String()),
  requestId: Type.String(),
  hash: Type.Optional(Type.String()),
});

/** Body of `POST /agent/access/search`. */
export const AccessFilterSchema = strict({
  organisation: Type.Optional(line(200)),
  client: Type.Optional(line(200)),
  actor: Type.Optional(line(200)),
  question: Type.Optional(IdSchema),
  before: Type.Optional(count()),
});

/** Answer of `POST /agent/access/search`. */
export const AccessPageSchema = Type.Object({ items: Type.Array(AccessRowSchema), more: Type.Boolean() });

/** One organisation's chain. */
export const AccessChainSchema = Type.Object({
  organisation: Type.String(),
  rows: count(),
  unchained: count(),
  head: Type.String(),
  broken: Type.Optional(Type.Object({ place: count(), reason: Type.Enum(['changed', 'missing', 'end']) })),
});

/** Answer of `GET /agent/access/purges`. */
export const PurgeListSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      at: TimeSchema,
      organisation: Type.String(),
      what: Type.Enum(['attachments', 'conversations', 'uploads']),
      why: Type.String(),
      items: count(),
    }),
  ),
});

/** Answer of `GET /agent/access/check`. */
export const AccessCheckSchema = Type.Object({ sound: Type.Boolean(), chains: Type.Array(AccessChainSchema) });
