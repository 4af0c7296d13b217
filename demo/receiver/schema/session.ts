import { Type } from 'typebox';
import { count, OwnerSchema, TimeSchema } from './primitives';

/** Somebody's name and role. */
export const PersonSchema = Type.Object({
  name: Type.String(),
  role: Type.Enum(['user', 'contactPerson', 'agent', 'colleague']),
});

/** Limits of this receiver: bytes, counts. */
export const LimitsSchema = Type.Object({
  questions: count(),
  textLength: count(),
  bodyBytes: count(),
  attachments: count(),
  fileBytes: count(),
  imageBytes: count(),
  imagePixels: count(),
  imageSide: count(),
  submissionBytes: count(),
  chunkBytes: count(),
});

/** Answer of `GET /me`. */
export const MeSchema = Type.Object({
  owner: OwnerSchema,
  organisation: Type.String(),
  displayName: Type.String(),
  limits: LimitsSchema,
  contact: Type.Optional(PersonSchema),
  mailFallback: Type.Optional(Type.Enum(['off', 'text-only', 'redacted'])),
  capabilities: Type.Array(Type.String()),
  serverTime: TimeSchema,
});
