import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';
/** Of a secret, as Standard Webhooks has it. */
const SECRET_BYTES = { least: 24, most: 64 } as const;

/** Whether this can sign: `whsec_` and the base64 of 24 to 64 random bytes. */
export function isSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const { length } = keyOf(text);
  return length >= SECRET_BYTES.least && length <= SECRET_BYTES.most;
}

/**
 * The headers that prove who sent a body and when (standardwebhooks.com): an HMAC over id, time and the very bytes.
 * One signature per secret, so that a secret can be replaced without a moment in which nothing is believed.
 */
export function signedHeaders(
  { id, atMs, body }: { readonly id: string; readonly atMs: number; readonly body: string },
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(atMs / 1000));
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64');
