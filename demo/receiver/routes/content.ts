import type { FastifyReply } from 'fastify';
import type { StoredAttachment } from '../attachmentPort';
import type { BlobStore } from '../ports';
import { Refusal } from '../problem';
import { notFound } from './outcome';

/** Bytes that somebody may see. */
export interface Content {
  readonly attachment: StoredAttachment;
  readonly blobs: BlobStore;
  readonly range: string | undefined;
}

/** Sends the bytes of an attachment, or a range of them, so that a browser never takes them for a page. */
export async function sendContent(reply: FastifyReply, { attachment, blobs, range }: Content): Promise<FastifyReply> {
  if (attachment.state !== 'available' || attachment.blobKey === undefined) throw notFound();
  const part = rangeOf(range, attachment.storedSize);
  const bytes = await blobs.get(attachment.blobKey, part); // first: a refusal has none of these headers
  reply.headers({
    ...noPage(attachment.declared),
    'accept-ranges': 'bytes',
    'content-length': String(part === undefined ? attachment.storedSize : part.end - part.start + 1),
  });
  if (part !== undefined)
    reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${attachment.storedSize}`);
  return reply.send(bytes);
}

/** What keeps a browser from taking bytes of somebody for a page; `nosniff` is on every answer. */
export const noPage = ({ type, name }: { readonly type: string; readonly name: string }) => ({
  'content-type': type,
  'content-disposition': dispositionOf(name),
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-site',
});

/** One range, as a player asks it. Nothing means: everything. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | undefined {
  const last = /^bytes=-(\d+)$/.exec(header ?? '')?.[1];
  if (last !== undefined) return within({ start: Math.max(0, size - Number(last)), end: size - 1 }, size);
  const [, from, to = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined) return undefined;
  return within({ start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }, size);
}

function within(range: { readonly start: number; readonly end: number }, size: number): typeof range {
  if (range.start <= range.end) return range;
  throw new Refusal('range-not-satisfiable', 'The range lies outside the file', {
    headers: { 'content-range': `bytes */${size}` },
  });
}

/** An ASCII name for old readers and the whole one for others (RFC 6266, RFC 8187). */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
