import type { Action, Attachment, Id, Message, Submission } from '@cliendo/support';
import { areDeclared, isAction, isMessage, isSubmission, LIMITS, readBody, sha256 } from './bodies';
import type { Caller, Keeper, Kept } from './keeper';
import { Refusal } from './refusal';
import { conversationOf, declaredIn, viewOf } from './views';

/** A request of somebody who is known, with the ids of its path. */
interface Ask {
  readonly keeper: Keeper;
  readonly caller: Caller;
  readonly request: Request;
  readonly ids: readonly Id[];
  /** The cursor; 0 without one. */
  readonly after: number;
}

type Act = (ask: Ask) => Promise<Response>;

const route = (method: string, path: string, act: Act): readonly [string, RegExp, Act] => [
  method,
  new RegExp(`^/v1${path.replaceAll(':id', '([^/]+)')}$`),
  act,
];

/** The protocol, one row per resource. */
export const ROUTES = [
  route('PUT', '/submissions/:id', async ({ keeper, caller, request, ids: [id] }) => {
    const item = await readBody<Submission>(request, caller, { id: given(id), isWhole: isSubmission });
    await keeper.keep(caller.owner, item);
    return json(viewOf(await found(keeper, caller, (kept) => kept.id === id)));
  }),
  route('GET', '/submissions/:id', async ({ keeper, caller, ids: [id] }) =>
    json(viewOf(await found(keeper, caller, (kept) => kept.id === id))),
  ),
  route('GET', '/submissions', async (ask) => {
    const items = (await changedSince(ask)).map(viewOf);
    return json({ items, next: items.at(-1)?.cursor ?? ask.after, more: false });
  }),
  route('GET', '/changes', async (ask) => {
    const items = (await changedSince(ask)).map(({ cursor, id }) => ({ seq: cursor, type: 'submission', sid: id }));
    return json({ items, next: items.at(-1)?.seq ?? ask.after, more: false });
  }),
  route('GET', '/questions/:id', async ({ keeper, caller, ids: [id] }) => {
    const { kept, thread } = await threadOf(keeper, caller, given(id));
    return json(conversationOf(kept, thread, caller));
  }),
  route('PUT', '/questions/:id/messages/:id', async ({ keeper, caller, request, ids: [question, id] }) => {
    const item = await readBody<Message>(request, caller, { id: given(id), isWhole: isMessage });
    await threadOf(keeper, caller, given(question));
    await keeper.say(caller.owner, given(question), item);
    return done();
  }),
  route('PUT', '/questions/:id/actions/:id', async ({ keeper, caller, request, ids: [question, id] }) => {
    const item = await readBody<Action>(request, caller, { id: given(id), isWhole: isAction });
    await threadOf(keeper, caller, given(question));
    await keeper.act(caller.owner, given(question), item);
    return done();
  }),
  route('PUT', '/questions/:id/read', async ({ keeper, caller, request, ids: [question] }) => {
    await threadOf(keeper, caller, given(question));
    const { upTo } = (await request.json()) as { readonly upTo?: unknown }; // looked at on the next line
    if (!Number.isSafeInteger(upTo)) throw new Refusal('malformed');
    await keeper.read(caller.owner, given(question), Number(upTo));
    return done();
  }),
  route('HEAD', '/attachments/:id', async ({ keeper, caller, ids: [id] }) => {
    const { size } = await settled(keeper, caller, await attachmentOf(keeper, caller, given(id)));
    return new Response(null, { status: 200, headers: { ...TUS, 'upload-offset': String(size) } });
  }),
  route('PATCH', '/attachments/:id', async ({ keeper, caller, request, ids: [id] }) => {
    const { attachment } = await attachmentOf(keeper, caller, given(id));
    const piece = await readPiece(request, attachment);
    await keeper.append(caller.owner, attachment.id, piece);
    const { size } = await settled(keeper, caller, await attachmentOf(keeper, caller, given(id)));
    if (size === 0) throw new Refusal('mismatching-upload-offset', 0); // all there, and not the declared ones: from the start
    return new Response(null, { status: 204, headers: { ...TUS, 'upload-offset': String(size) } });
  }),
  route('DELETE', '/attachments/:id', async ({ keeper, caller, ids: [id] }) => {
    const { attachment } = await attachmentOf(keeper, caller, given(id));
    await keeper.settle(caller.owner, attachment.id, 'erased');
    return done();
  }),
  route('GET', '/attachments/:id/content', async ({ keeper, caller, ids: [id] }) => {
    const { kept, attachment } = await attachmentOf(keeper, caller, given(id));
    if (kept.arrived[attachment.id]?.state !== 'checked') throw new Refusal('not-found');
    const headers = { 'content-type': attachment.type, 'content-disposition': 'attachment', ...SAFE };
    return new Response(await keeper.bytes(caller.owner, attachment.id), { headers });
  }),
  route('PUT', '/me/device-keys/:id', async ({ keeper, caller, ids: [device] }) => {
    if (!keeper.deviceKey) throw new Refusal('not-found');
    return json(await keeper.deviceKey(caller.owner, given(device)));
  }),
  route('DELETE', '/me/device-keys/:id', async ({ keeper, caller, ids: [device] }) => {
    if (!keeper.removeDeviceKey) throw new Refusal('not-found');
    await keeper.removeDeviceKey(caller.owner, given(device));
    return done();
  }),
] as const;

const TUS = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' };
const SAFE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const json = (value: unknown): Response => Response.json(value, { headers: SAFE });
const done = (): Response => new Response(null, { status: 204, headers: SAFE });

function given(id: Id | undefined): Id {
  if (!id) throw new Refusal('not-found');
  return id;
}

/** Whatever is asked for is looked for among the caller's own: another person's ids are as unknown as ids that do not exist. */
async function found(keeper: Keeper, { owner }: Caller, isIt: (kept: Kept) => boolean): Promise<Kept> {
  const kept = (await keeper.kept(owner)).find(isIt);
  if (!kept) throw new Refusal('not-found');
  return kept;
}

async function threadOf(keeper: Keeper, caller: Caller, question: Id) {
  const kept = await found(keeper, caller, ({ threads }) => threads.some(({ id }) => id === question));
  const thread = kept.threads.find(({ id }) => id === question);
  if (!thread) throw new Refusal('not-found');
  return { kept, thread };
}

async function attachmentOf(keeper: Keeper, caller: Caller, id: Id) {
  const kept = await found(keeper, caller, (one) => declaredIn(one).some((attachment) => attachment.id === id));
  const attachment = declaredIn(kept).find((one) => one.id === id);
  if (!attachment) throw new Refusal('not-found');
  if (kept.arrived[id]?.state === 'erased') throw new Refusal('gone');
  return { kept, attachment };
}

async function changedSince({ keeper, caller, after }: Ask): Promise<readonly Kept[]> {
  const all = await keeper.kept(caller.owner);
  return all.filter(({ cursor }) => cursor > after).sort((one, other) => one.cursor - other.cursor);
}

async function readPiece(request: Request, { size }: Attachment) {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const offset = Number(request.headers.get('upload-offset') ?? Number.NaN);
  if (!Number.isSafeInteger(offset) || offset < 0) throw new Refusal('malformed');
  if (bytes.length > LIMITS.chunkBytes || offset + bytes.length > size) throw new Refusal('too-large');
  if (request.headers.get('upload-checksum') !== `sha256 ${sha256(bytes)}`) throw new Refusal('checksum-mismatch');
  return { offset, bytes };
}

/**
 * Judges an attachment once all its bytes are there. Also when it is asked how far it is: who stopped between the last byte
 * and the judgement would otherwise leave it unjudged for good.
 */
async function settled(
  keeper: Keeper,
  { owner }: Caller,
  { kept, attachment }: { readonly kept: Kept; readonly attachment: Attachment },
): Promise<{ readonly size: number }> {
  const { size, state } = kept.arrived[attachment.id] ?? { size: 0, state: 'coming' };
  if (state !== 'coming' || size < attachment.size) return { size };
  const isRight = areDeclared(await keeper.bytes(owner, attachment.id), attachment);
  await keeper.settle(owner, attachment.id, isRight ? 'checked' : 'wrong');
  return { size: isRight ? size : 0 };
}
