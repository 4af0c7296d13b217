import { Type } from 'typebox';
import { TimeSchema } from './primitives';

const coordinate = () => Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const publicMembers = { kty: Type.Literal('EC'), crv: Type.Literal('P-256'), x: coordinate(), y: coordinate() };

/** Answer of `PUT /me/device-keys/{device}`. */
export const DeviceKeySchema = Type.Object({
  kid: Type.String(),
  publicKey: Type.Object(publicMembers),
  privateKey: Type.Object({ ...publicMembers, d: coordinate() }),
  expiresAt: TimeSchema,
});
