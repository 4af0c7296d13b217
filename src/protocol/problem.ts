import { PROBLEM_PREFIX } from './version';

/** Why the receiver refused, RFC 9457 `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  /** Whether the very same request may succeed later. */
  readonly retryable: boolean;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly sentence?: string }[];
  readonly limit?: number;
  readonly detected?: string;
  readonly storedDigest?: string;
  readonly 'expected-offset'?: number;
  readonly 'provided-offset'?: number;
  /** Of what is there now, where somebody changed it meanwhile. Left out: it is gone. */
  readonly etag?: string;
  /** When, and the name of who did. */
  readonly changedAt?: string;
  readonly changedBy?: string;
}

/** Every problem of the protocol: its HTTP status and whether a repeat helps. */
export const PROBLEMS = {
  malformed: [400, false],
  'unknown-member': [400, false],
  'digest-mismatch': [400, true],
  'token-missing': [401, false],
  'token-expired': [401, false],
  'token-invalid': [401, false],
  'owner-mismatch': [403, false],
  'forbidden-origin': [403, false],
  'role-missing': [403, false],
  'not-found': [404, false],
  'method-not-allowed': [405, false],
  'submission-conflict': [409, false],
  'already-viewed': [409, false],
  'not-answered': [409, false],
  'mismatching-upload-offset': [409, true],
  gone: [410, false],
  'key-gone': [410, false],
  'revision-changed': [412, false],
  'draft-changed': [412, false],
  'too-large': [413, false],
  'too-many-attachments': [413, false],
  'pixel-limit': [413, false],
  'unsupported-type': [415, false],
  'content-mismatch': [415, false],
  'range-not-satisfiable': [416, false],
  'invalid-question': [422, false],
  'invalid-hints': [422, false],
  'upload-locked': [423, true],
  'too-early': [425, true],
  'rate-limited': [429, true],
  'quota-owner': [429, true],
  'quota-organisation': [429, true],
  'checksum-mismatch': [460, true],
  internal: [500, true],
  upstream: [502, true],
  maintenance: [503, true],
  'storage-full': [507, true],
} as const satisfies Record<string, readonly [status: number, retryable: boolean]>;

/** A problem's short name: what follows `urn:cliendo-support:problem:`. */
export type ProblemName = keyof typeof PROBLEMS;

/** The short name in a problem's `type`; nothing for types that are not ours. */
export function problemName(type: string): ProblemName | undefined {
  const name = type.startsWith(PROBLEM_PREFIX) ? type.slice(PROBLEM_PREFIX.length) : '';
  return Object.hasOwn(PROBLEMS, name) ? (name as ProblemName) : undefined; // hasOwn has just proved it
}
