import { Type } from 'typebox';
import { HINT_KINDS, type KeptHintDraft } from '../../../src/protocol/index';
import { HintNameSchema } from './hints';
import { count, TimeSchema } from './primitives';

/** Body of `PUT /hints/drafts/{id}`: read by the same code as in the designer, so that each fault has a sentence. */
export const HintDraftSchema = Type.Unknown({
  description: 'A hint that is being made, `{hint, targets, segments?, basedOn?}`: parts of docs/hints.schema.json',
});

const state = {
  etag: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  changedAt: TimeSchema,
  changedBy: Type.String(),
  basedOn: count(2_147_483_647),
};

/** Answer of `PUT /hints/drafts/{id}`. */
export const HintDraftStateSchema = Type.Object(state);

const kind = Type.Enum([...HINT_KINDS]);

/** Answer of `GET /hints/drafts/{id}`. */
export const KeptHintDraftSchema = Type.Unsafe<KeptHintDraft>(
  Type.Object({
    ...state,
    hint: Type.Object({ id: HintNameSchema, kind, name: Type.String() }),
    targets: Type.Record(Type.String(), Type.Object({})),
    segments: Type.Optional(Type.Record(Type.String(), Type.Object({}))),
  }),
);

/** Answer of `GET /hints/drafts`. */
export const HintDraftsSchema = Type.Object({
  items: Type.Array(Type.Object({ ...state, id: HintNameSchema, kind, name: Type.String() })),
});
