/** Version of the wire protocol; the first path segment behind the receiver's url. */
export const PROTOCOL_VERSION = 'v1';

/** Prefix of every problem's `type` (RFC 9457). */
export const PROBLEM_PREFIX = 'urn:cliendo-support:problem:';

/** Bytes in one piece of an attachment: of the digests, of the storage and, by default, of one PATCH. */
export const PIECE_BYTES = 1_048_576;
