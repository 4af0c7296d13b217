import { PIECE_BYTES } from '../../protocol/version';

/** Gives the SHA-256 of bytes as base64. Only in secure contexts: elsewhere the browser has no `crypto.subtle` and this rejects. */
export async function sha256(bytes: BufferSource): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Gives the value of a `Content-Digest` header (RFC 9530) for a body. */
export async function contentDigest(body: BufferSource): Promise<string> {
  return `sha-256=:${await sha256(body)}:`;
}

/** Gives the digest of each MiB, as an attachment declares them. One at a time: 25 MB is not hashed in one long task. */
export async function pieceDigests(bytes: ArrayBuffer): Promise<readonly string[]> {
  const digests: string[] = [];
  for (let offset = 0; offset < bytes.byteLength; offset += PIECE_BYTES) {
    const piece = new Uint8Array(bytes, offset, Math.min(PIECE_BYTES, bytes.byteLength - offset));
    digests.push(await sha256(piece));
  }
  return digests;
}

/** Gives the SHA-256 of a text as base64url without padding: 43 characters that fit in a key. */
export async function textHash(text: string): Promise<string> {
  return (await sha256(new TextEncoder().encode(text))).replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
