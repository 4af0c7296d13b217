import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { DEFAULT_LIMITS } from '../../../src/protocol/index';
import type { Id } from '../../../src/foundation/id';
import type { Sender, StoredAttachment } from '../attachmentPort';
import type { Asker } from '../callers';
import { Refusal } from '../problem';
import { deleteBlobsSoon } from '../retention';
import { IdSchema, strict } from '../schema/primitives';
import { finishUpload } from '../upload/finishUpload';
import { createPieceReceiver, MAX_PIECE_BYTES, tooLarge, wrongOffset, type Checksum } from '../upload/receivePiece';
import { sendContent } from './content';
import { goneOrNotFound, notFound } from './outcome';
import { addRoute, headerOf, type Callers, type RouteScope } from './route';

const Params = strict({ aid: IdSchema });
const OFFSET_BYTES = 'application/offset+octet-stream';
const STAGING_DAYS = 7;

/** Adds the way of the bytes: a subset of tus 1.0 on addresses that the sender already knows. */
export function addAttachmentRoutes(scope: RouteScope): void {
  const receivePiece = createPieceReceiver(scope.ports);
  addAbilities(scope);
  addHead(scope, BY_ASKERS);
  addPatch(scope, BY_ASKERS, receivePiece);
  addContent(scope);
  addHead(scope, BY_AGENTS);
  addPatch(scope, BY_AGENTS, receivePiece);
}

function addAbilities(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'OPTIONS',
      path: '/attachments',
      summary: 'What uploading can do here',
      caller: 'anyone',
      answers: { 204: { description: 'In the headers' } },
      problems: [],
    },
    async ({ reply }) =>
      tus(reply)
        .headers({
          'tus-version': '1.0.0',
          'tus-extension': 'checksum,termination,expiration',
          'tus-checksum-algorithm': 'sha256,sha1',
          'tus-max-size': String(DEFAULT_LIMITS.fileBytes),
          'upload-limit': `max-append-size=${MAX_PIECE_BYTES}`,
        })
        .code(204)
        .send(),
  );
}

/** Where somebody adds bytes, and how they are known as a sender. */
interface UploadWay<Caller extends 'asker' | 'agent'> {
  readonly path: string;
  readonly caller: Caller;
  readonly whose: string;
  readonly sender: (caller: Callers[Caller]) => Sender;
}

const BY_ASKERS: UploadWay<'asker'> = {
  path: '/attachments/{aid}',
  caller: 'asker',
  whose: 'an attachment of yours',
  sender: (asker) => ({ kind: 'asker', asker }),
};
const BY_AGENTS: UploadWay<'agent'> = {
  path: '/agent/attachments/{aid}',
  caller: 'agent',
  whose: 'an attachment of a reply of yours',
  sender: (agent) => ({ kind: 'agent', agent }),
};

function addHead<Caller extends 'asker' | 'agent'>(scope: RouteScope, way: UploadWay<Caller>): void {
  addRoute(
    scope,
    {
      method: 'HEAD',
      path: way.path,
      summary: `How far the bytes are of ${way.whose}`,
      caller: way.caller,
      params: Params,
      answers: { 200: { description: 'Upload-Offset, Upload-Length, Upload-Expires' } },
      problems: ['not-found', 'gone'],
    },
    async ({ caller, params, reply }) => {
      const attachment = await uploadable(scope, params.aid, way.sender(caller));
      return tus(reply)
        .headers({
          'upload-offset': String(attachment.offset),
          'upload-length': String(attachment.size),
          'upload-expires': new Date(attachment.changedAt + STAGING_DAYS * 86_400_000).toUTCString(),
        })
        .send();
    },
  );
}

function addContent(scope: RouteScope): void {
  const { store, blobs } = scope.ports;

  addRoute(
    scope,
    {
      method: 'DELETE',
      path: '/attachments/{aid}',
      summary: 'Take an attachment back',
      caller: 'asker',
      params: Params,
      answers: { 204: { description: 'Erased' } },
      problems: ['not-found', 'already-viewed'],
    },
    async ({ caller, params, request, reply }) => {
      const taken = await store.takeBack(params.aid, caller, request.id);
      if (taken.state !== 'erased')
        throw taken.state === 'missing'
          ? notFound()
          : new Refusal('already-viewed', 'Somebody has seen this attachment');
      await deleteBlobsSoon(scope.ports, taken.keys);
      return tus(reply).code(204).send();
    },
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/attachments/{aid}/content',
      summary: 'The bytes of an attachment of yours',
      caller: 'asker',
      params: Params,
      answers: { 200: { description: 'The bytes', type: '*/*' }, 206: { description: 'A range of them', type: '*/*' } },
      problems: ['not-found', 'gone', 'range-not-satisfiable'],
    },
    async ({ caller, params, request, reply }) => {
      const found = await store.look(params.aid, caller, request.id);
      const attachment = await notErased(scope, found, { id: params.aid, asker: caller });
      return sendContent(reply, { attachment, blobs, range: headerOf(request, 'range') });
    },
  );
}

/** `receivePiece` is shared: a newer PATCH ends the older one of the same attachment. */
function addPatch<Caller extends 'asker' | 'agent'>(
  scope: RouteScope,
  way: UploadWay<Caller>,
  receivePiece: ReturnType<typeof createPieceReceiver>,
): void {
  const { ports } = scope;
  addRoute(
    scope,
    {
      method: 'PATCH',
      path: way.path,
      summary: `Add bytes to ${way.whose}; they are durable before the answer`,
      caller: way.caller,
      params: Params,
      bytes: OFFSET_BYTES,
      answers: { 204: { description: 'Upload-Offset is the new place' } },
      problems: [
        'not-found',
        'gone',
        'mismatching-upload-offset',
        'too-large',
        'unsupported-type',
        'checksum-mismatch',
        'upload-locked',
      ],
    },
    async ({ caller, params, request, reply }) => {
      const attachment = await uploadable(scope, params.aid, way.sender(caller));
      const offset = offsetOf(headerOf(request, 'upload-offset'));
      if (headerOf(request, 'content-type')?.split(';')[0]?.trim() !== OFFSET_BYTES)
        throw new Refusal('unsupported-type', `The type of a piece is ${OFFSET_BYTES}`);
      if (offset !== attachment.offset) throw wrongOffset(attachment.offset, offset);
      const limit = Math.min(MAX_PIECE_BYTES, attachment.size - offset);
      if (Number(headerOf(request, 'content-length') ?? 0) > limit) throw tooLarge(limit);
      const checksum = checksumOf(headerOf(request, 'upload-checksum'));
      const added = await receivePiece({ attachment, offset, checksum, body: request.body as Readable }); // the parser of this type hands over the stream
      if (added.state === 'stored' && (await finishUpload(attachment, ports)) === 'declared')
        throw wrongOffset(0, offset); // the digests are not the declared ones: from the start again
      return tus(reply).header('upload-offset', String(added.offset)).code(204).send();
    },
  );
}

const tus = (reply: FastifyReply): FastifyReply => reply.header('tus-resumable', '1.0.0');

async function uploadable(scope: RouteScope, id: Id, sender: Sender): Promise<StoredAttachment> {
  const found = await scope.ports.store.findSentBy(id, sender);
  return notErased(scope, found, { id, ...(sender.kind === 'asker' && { asker: sender.asker }) });
}

/** 410 for what was erased, also when its row is gone; 404 for what was never there for this caller. */
async function notErased(
  { ports: { store } }: RouteScope,
  attachment: StoredAttachment | undefined,
  { id, asker }: { readonly id: Id; readonly asker?: Asker },
): Promise<StoredAttachment> {
  if (attachment === undefined) throw asker === undefined ? notFound() : await goneOrNotFound(store, id, asker);
  if (attachment.state === 'erased') throw new Refusal('gone', 'The attachment was erased');
  return attachment;
}

function offsetOf(header: string | undefined): number {
  if (header === undefined || !/^\d{1,15}$/.test(header))
    throw new Refusal('malformed', 'Upload-Offset should be a count of bytes');
  return Number(header);
}

function checksumOf(header: string | undefined): Checksum | undefined {
  if (header === undefined) return undefined;
  const [, algorithm, value] = /^(sha256|sha1) ([A-Za-z0-9+/]+=*)$/.exec(header) ?? [];
  if (algorithm === undefined || value === undefined)
    throw new Refusal('malformed', 'Upload-Checksum should be sha256 or sha1 and a base64 value');
  return { algorithm: algorithm === 'sha1' ? 'sha1' : 'sha256', value };
}
