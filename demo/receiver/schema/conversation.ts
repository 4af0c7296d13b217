import { Type } from 'typebox';
import { DEFAULT_LIMITS } from '../../../src/protocol/index';
import { count, IdSchema, OwnerSchema, strict, TimeSchema } from './primitives';
import { ContentNodeRef } from './content';
import { PersonSchema } from './session';
import { AttachmentSchema, AttachmentViewSchema, QuestionStatusSchema } from './submission';

/** Body of `PUT /questions/{qid}/messages/{mid}`. */
export const MessageSchema = strict({
  schema: Type.Literal(1),
  owner: OwnerSchema,
  text: Type.String({ maxLength: DEFAULT_LIMITS.textLength }),
  attachments: Type.Array(AttachmentSchema, { maxItems: 100 }),
});

/** Body of `PUT /questions/{qid}/actions/{id}`. */
export const ActionSchema = strict({
  owner: OwnerSchema,
  type: Type.Enum(['solved', 'reopen', 'answered', 'satisfaction', 'sendDirect']),
  value: Type.Optional(Type.Boolean()),
});

/** Body of `PUT /questions/{qid}/read`. */
export const ReadSchema = strict({ upTo: count(2_147_483_647) });

/** One message in a conversation. */
export const ConversationMessageSchema = Type.Object({
  id: IdSchema,
  seq: count(),
  at: TimeSchema,
  from: PersonSchema,
  own: Type.Boolean(),
  content: Type.Array(ContentNodeRef),
  attachments: Type.Array(
    Type.Object({
      ...AttachmentViewSchema.properties,
      kind: AttachmentSchema.properties.kind,
      type: Type.String(),
    }),
  ),
});

/** One question with everything said about it. */
export const ConversationSchema = Type.Object({
  id: IdSchema,
  submission: IdSchema,
  number: Type.String(),
  status: QuestionStatusSchema,
  viewedBy: Type.Array(PersonSchema),
  messages: Type.Array(ConversationMessageSchema),
});

/** Something changed: ids only. */
export const ChangeSchema = Type.Object({
  seq: count(),
  type: Type.Enum(['submission', 'question', 'message', 'attachment']),
  sid: IdSchema,
  qid: Type.Optional(IdSchema),
});

/** Answer of `GET /changes`. */
export const ChangePageSchema = Type.Object({ items: Type.Array(ChangeSchema), next: count(), more: Type.Boolean() });
