import { createHash } from 'node:crypto';
import { Refusal } from './problem';

const FIELD = /^sha-256=:([A-Za-z0-9+/]{43}=):$/;

/** The digest of a body as RFC 9530 writes it. */
export const digestOf = (bytes: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

/** Compares the announced digest with the bytes that came, and gives the digest. An absent header is refused where it is needed. */
export function checkDigest(bytes: Uint8Array, header: string | undefined, isNeeded: boolean): string {
  const digest = digestOf(bytes);
  if (header === undefined) {
    if (isNeeded)
      throw new Refusal('malformed', 'Content-Digest is needed', {
        extra: { errors: [{ pointer: '', code: 'content-digest-missing' }] },
      });
    return digest;
  }
  const announced = header
    .split(',')
    .map((member) => FIELD.exec(member.trim())?.[1])
    .find((value) => value !== undefined);
  if (announced === undefined)
    throw new Refusal('malformed', 'Content-Digest should be sha-256=:…:', {
      extra: { errors: [{ pointer: '', code: 'content-digest-unreadable' }] },
    });
  if (`sha-256=:${announced}:` !== digest)
    throw new Refusal('digest-mismatch', 'The SHA-256 of the body is not the announced one');
  return digest;
}
