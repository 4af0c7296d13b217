import { Type, type TProperties } from 'typebox';
import type { Id } from '../../../src/foundation/id';

/** An id made on the device: UUID v4 or v7 in lower case. */
export const IdSchema = Type.Unsafe<Id>(
  Type.String({
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
    examples: ['7b0e6f0c-6a5e-4d55-9d0b-4a2f0f1c2d3e'],
  }),
);

/** base64url(SHA-256(iss \n org \n sub)). */
export const OwnerSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** RFC 3339. */
export const TimeSchema = Type.String({ format: 'date-time', maxLength: 40 });

/** A count or a size that a computer can hold exactly. */
export const count = (maximum: number = Number.MAX_SAFE_INTEGER) => Type.Integer({ minimum: 0, maximum });

/** A short text that is not a person's own words. */
export const line = (maxLength: number) => Type.String({ maxLength });

/** An object in a request: what it does not name is refused. */
export const strict = <Members extends TProperties>(members: Members) =>
  Type.Object(members, { additionalProperties: false });
