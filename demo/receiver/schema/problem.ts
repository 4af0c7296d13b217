import { Type } from 'typebox';

/** Every refusal, RFC 9457. */
export const ProblemSchema = Type.Object({
  type: Type.String({ examples: ['urn:cliendo-support:problem:not-found'] }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.String(),
  requestId: Type.String(),
  retryable: Type.Boolean(),
  errors: Type.Optional(
    Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), sentence: Type.Optional(Type.String()) })),
  ),
  limit: Type.Optional(Type.Number()),
  detected: Type.Optional(Type.String()),
  storedDigest: Type.Optional(Type.String()),
  'expected-offset': Type.Optional(Type.Number()),
  'provided-offset': Type.Optional(Type.Number()),
  etag: Type.Optional(Type.String()),
  changedAt: Type.Optional(Type.String()),
  changedBy: Type.Optional(Type.String()),
});
