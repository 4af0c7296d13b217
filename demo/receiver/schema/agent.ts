import { Type } from 'typebox';
import { DEFAULT_LIMITS } from '../../../src/protocol/index';
import { count, IdSchema, strict, TimeSchema } from './primitives';
import { ContentNodeRef } from './content';
import {
  AttachmentSchema,
  AttachmentViewSchema,
  EnvironmentSchema,
  QuestionSchema,
  QuestionStatusSchema,
} from './submission';

/** One row of the inbox. */
export const InboxRowSchema = Type.Object({
  id: IdSchema,
  number: Type.String(),
  status: QuestionStatusSchema,
  kind: QuestionSchema.properties.kind,
  excerpt: Type.String(),
  organisation: Type.String(),
  asker: Type.String(),
  place: Type.String(),
  receivedAt: TimeSchema,
  changedAt: TimeSchema,
  attachments: count(),
  unanswered: Type.Boolean(),
});

/** Answer of `GET /agent/questions`. */
export const InboxPageSchema = Type.Object({
  items: Type.Array(InboxRowSchema),
  counts: Type.Object({ unanswered: count(), open: count(), all: count() }),
  cursor: count(),
});

/** A message as an agent sees it. */
export const AgentMessageSchema = Type.Object({
  id: IdSchema,
  seq: count(),
  at: TimeSchema,
  author: Type.Object({ name: Type.String(), role: Type.Enum(['user', 'agent']) }),
  content: Type.Array(ContentNodeRef),
  attachments: Type.Optional(Type.Array(IdSchema)),
});

/** Answer of `GET /agent/questions/{qid}`. */
export const AgentQuestionSchema = Type.Object({
  row: InboxRowSchema,
  question: QuestionSchema,
  environment: Type.Union([EnvironmentSchema, Type.Null()]),
  reference: Type.String(),
  byMail: Type.Optional(Type.Boolean()),
  siblings: Type.Array(
    Type.Object({ id: IdSchema, number: Type.String(), status: QuestionStatusSchema, excerpt: Type.String() }),
  ),
  attachments: Type.Array(
    Type.Object({
      ...AttachmentSchema.properties,
      state: AttachmentViewSchema.properties.state,
      offset: AttachmentViewSchema.properties.offset,
      reason: AttachmentViewSchema.properties.reason,
    }),
  ),
  messages: Type.Array(AgentMessageSchema),
});

/** Body of `PUT /agent/questions/{qid}/replies/{mid}`. */
export const AgentReplySchema = strict({
  text: Type.String({ pattern: '\\S', maxLength: DEFAULT_LIMITS.textLength, description: 'A small markdown subset.' }),
  status: Type.Enum(['answered', 'needsInfo', 'inProgress', 'closed']),
  attachments: Type.Optional(
    Type.Array(AttachmentSchema, { maxItems: 100, description: 'Their bytes follow by PATCH on /agent/attachments.' }),
  ),
});

/** Body of `PUT /agent/questions/{qid}/status`. */
export const AgentStatusSchema = strict({ status: Type.Enum(['received', 'inProgress', 'needsInfo', 'closed']) });

/** Answer of `POST /agent/attachments/{aid}/grant`. */
export const ContentGrantSchema = Type.Object({ url: Type.String(), expiresAt: TimeSchema });
