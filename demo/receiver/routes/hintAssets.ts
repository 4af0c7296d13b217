import { Type } from 'typebox';
import { HINT_ASSET_BYTES, HINT_ASSET_TYPES } from '../../../src/protocol/index';
import { needs } from '../hintRoles';
import { Refusal } from '../problem';
import { strict } from '../schema/primitives';
import { keepHintAsset } from '../upload/keepHintAsset';
import { noPage } from './content';
import { notFound, sendOutcome } from './outcome';
import { addRoute, headerOf, type RouteScope } from './route';

const PATH = '/hints/assets/{asset}';
const Which = strict({ asset: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
/** It never changes, and is the same for everybody of the organisation; a browser that others use asks again with their token. */
const CACHING = { 'cache-control': 'private, max-age=31536000, immutable', vary: 'authorization, origin' };

/** Adds pictures of hints, by the SHA-256 of what was sent. */
export function addHintAssetRoutes(scope: RouteScope): void {
  addPutting(scope);
  addGetting(scope);
}

function addPutting(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'PUT',
      path: PATH,
      summary: 'Keep a picture for hints: PNG, JPEG or WebP, by the SHA-256 of its bytes in hex; for designers',
      caller: 'asker',
      params: Which,
      bytes: 'image/*',
      maxBytes: HINT_ASSET_BYTES,
      answers: { 201: { description: 'Kept, without its metadata' }, 200: { description: 'Kept before' } },
      problems: [
        'role-missing',
        'digest-mismatch',
        'too-large',
        'unsupported-type',
        'content-mismatch',
        'pixel-limit',
        'rate-limited',
        'quota-organisation',
      ],
    },
    async ({ caller, params: { asset }, request, reply }) => {
      needs('designer', caller);
      const type = HINT_ASSET_TYPES.find((one) => one === headerOf(request, 'content-type')?.split(';')[0]?.trim());
      const { body } = request;
      if (type === undefined || !(body instanceof Uint8Array))
        throw new Refusal('unsupported-type', `A picture is ${HINT_ASSET_TYPES.join(', ')}`);
      sendOutcome(reply, await keepHintAsset({ asset, type, bytes: body }, caller, scope.ports));
      return {};
    },
  );
}

function addGetting(scope: RouteScope): void {
  const { store, blobs } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: PATH,
      summary: 'A picture of a hint: it never changes',
      caller: 'asker',
      params: Which,
      answers: { 200: { description: 'The bytes', type: 'image/*' }, 304: { description: 'You have it' } },
      problems: ['not-found'],
    },
    async ({ caller, params: { asset }, request, reply }) => {
      const found = await store.hintAsset(asset, caller);
      if (found === undefined) throw notFound();
      const etag = `"${asset}"`;
      if (headerOf(request, 'if-none-match') === etag)
        return reply
          .code(304)
          .headers({ ...CACHING, etag })
          .send();
      const bytes = await blobs.get(found.blobKey); // first: a refusal has none of these headers
      const name = `${asset.slice(0, 12)}.${found.type.slice('image/'.length)}`;
      reply.headers({ ...noPage({ type: found.type, name }), ...CACHING, etag, 'content-length': String(found.size) });
      return reply.send(bytes);
    },
  );
}
