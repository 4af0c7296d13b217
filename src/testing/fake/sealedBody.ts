import type { SealedBody } from '../../delivery';
import { contentDigest } from '../../storage';
import { Refused } from './refusal';

/** Opens a body: its digest is right, it is JSON, and it belongs to the owner of the token. */
export async function openBody(item: SealedBody, owner: string): Promise<Readonly<Record<string, unknown>>> {
  if ((await contentDigest(item.body)) !== item.digest) throw new Refused('digest-mismatch');
  const value = parse(item.body);
  if (typeof value !== 'object' || value === null) throw new Refused('malformed');
  const members = value as Readonly<Record<string, unknown>>; // an object: each member is still unknown
  if (members['owner'] !== owner) throw new Refused('owner-mismatch');
  return members;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new Refused('malformed');
  }
}
