import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { AttachmentStore, Piece, Sender, StoredAttachment, Verdict } from '../attachmentPort';
import type { Asker } from '../callers';
import { askerActor, logAccess } from './accessLog';
import type { Database } from './database';
import { doom } from './purgeLog';
import { recordChange } from './recordChange';
import { takeReceiverSide } from './rows';
import type { StoreContext } from './context';
import { accessLog, attachment, question, uploadChunk } from './tables';

type Row = typeof attachment.$inferSelect;

/** Creates the store of attachments. Bytes are durable before any of these rows says so. */
export function createAttachmentStore({ rows, clock, signal }: StoreContext): AttachmentStore {
  return {
    look: (id, asker, requestId) =>
      rows.ofAsker(asker, (tx) => look(tx, id, { asker, requestId, now: new Date(clock.now()) })),

    findSentBy(id, sender) {
      const find = async (tx: Database): Promise<StoredAttachment | undefined> => {
        const [row] = await tx
          .select()
          .from(attachment)
          .where(and(isSentBy(sender), eq(attachment.id, id)));
        return row && storedAttachment(row);
      };
      return sender.kind === 'asker' ? rows.ofAsker(sender.asker, find) : rows.ofAgents(find);
    },

    addPiece: (id, piece) => rows.ofReceiver((tx) => addPiece(tx, id, { piece, now: new Date(clock.now()) })),

    async pieces(id) {
      const found = await rows.ofReceiver((tx) =>
        tx.select().from(uploadChunk).where(eq(uploadChunk.attachmentId, id)).orderBy(asc(uploadChunk.start)),
      );
      return found.map(({ start, size, blobKey }) => ({ start, size, blobKey }));
    },

    async unjudged() {
      const found = await rows.ofReceiver((tx) =>
        tx
          .select()
          .from(attachment)
          .where(inArray(attachment.state, ['stored', 'checked']))
          .orderBy(asc(attachment.changedAt)),
      );
      return found.map(storedAttachment);
    },

    async settle(id, verdict) {
      const { keys, owner } = await rows.ofReceiver((tx) => settle(tx, id, { verdict, now: new Date(clock.now()) }));
      signal.notify(owner);
      return keys;
    },

    async takeBack(id, asker, requestId) {
      const taken = await rows.ofAsker(asker, (tx) =>
        takeBack(tx, id, { asker, requestId, now: new Date(clock.now()) }),
      );
      signal.notify(asker.owner);
      return taken;
    },
  };
}

/** A row as the upload and the content routes know it. */
export function storedAttachment(row: Row): StoredAttachment {
  return {
    id: row.id,
    organisation: row.organisationId,
    state: row.state,
    size: row.size,
    storedSize: row.storedSize ?? row.size,
    offset: row.received,
    restarts: row.restarts,
    changedAt: row.changedAt.getTime(),
    declared: row.body,
    ...(row.blobKey !== null && { blobKey: row.blobKey }),
  };
}

const isOf = (asker: Asker) =>
  and(eq(attachment.organisationId, asker.organisation.id), eq(attachment.owner, asker.owner));

/** Who may see a thing may not always add to it: what an agent sends is seen by the asker. */
const isSentBy = (sender: Sender): SQL | undefined =>
  sender.kind === 'agent' ? eq(attachment.agent, sender.agent.id) : and(isOf(sender.asker), isNull(attachment.agent));

/** Reads a row and keeps everybody else from changing it until the commit. */
async function locked(tx: Database, id: Id): Promise<Row | undefined> {
  const [row] = await tx.select().from(attachment).where(eq(attachment.id, id)).for('update');
  return row;
}

async function addPiece(
  tx: Database,
  id: Id,
  { piece, now }: { readonly piece: Piece; readonly now: Date },
): Promise<Awaited<ReturnType<AttachmentStore['addPiece']>>> {
  const row = await locked(tx, id);
  if (row === undefined || row.state === 'erased') return { added: false, offset: 0, state: 'erased' };
  const end = piece.start + piece.size;
  if (row.received !== piece.start || end > row.size) return { added: false, offset: row.received, state: row.state };
  const state = end === row.size ? 'stored' : 'uploading';
  await tx.insert(uploadChunk).values({ ...piece, attachmentId: id, organisationId: row.organisationId });
  await tx.update(attachment).set({ received: end, state, changedAt: now }).where(eq(attachment.id, id));
  return { added: true, offset: end, state };
}

async function settle(
  tx: Database,
  id: Id,
  { verdict, now }: { readonly verdict: Verdict; readonly now: Date },
): Promise<{ readonly keys: readonly string[]; readonly owner: string }> {
  const row = await locked(tx, id);
  if (row === undefined || row.state !== 'stored') {
    await doom(tx, keysOf(verdict), now);
    return { keys: keysOf(verdict), owner: row?.owner ?? '' }; // settled or taken back meanwhile
  }
  const again = verdict.state === 'declared';
  await tx
    .update(attachment)
    .set({
      state: verdict.state,
      changedAt: now,
      ...(again
        ? { received: 0, restarts: sql`${attachment.restarts} + 1` }
        : {
            blobKey: verdict.blobKey,
            storedSize: verdict.stored.size,
            storedDigest: verdict.stored.digest,
            reason: verdict.state === 'quarantined' ? verdict.reason : null,
          }),
    })
    .where(eq(attachment.id, id));
  await recordChange(tx, {
    organisation: row.organisationId,
    owner: row.owner,
    type: 'attachment',
    submission: row.submissionId,
    at: now,
  });
  const keys = await forgetPieces(tx, id);
  await doom(tx, keys, now);
  return { keys, owner: row.owner };
}

const keysOf = (verdict: Verdict): readonly string[] => (verdict.state === 'declared' ? [] : [verdict.blobKey]);

async function forgetPieces(tx: Database, id: Id): Promise<readonly string[]> {
  const rows = await tx
    .delete(uploadChunk)
    .where(eq(uploadChunk.attachmentId, id))
    .returning({ key: uploadChunk.blobKey });
  return rows.map(({ key }) => key);
}

interface Asking {
  readonly asker: Asker;
  readonly requestId: string;
  readonly now: Date;
}

async function look(tx: Database, id: Id, { asker, requestId, now }: Asking): Promise<StoredAttachment | undefined> {
  const [row] = await tx
    .select()
    .from(attachment)
    .where(and(isOf(asker), eq(attachment.id, id)));
  if (row === undefined) return undefined;
  if (row.state === 'available')
    await logAccess(tx, {
      at: now,
      event: 'download',
      purpose: 'ownQuestion',
      actor: askerActor(asker),
      requestId,
      organisation: row.organisationId,
      submission: row.submissionId,
      attachment: id,
      clientRefs: await clientRefsOf(tx, row),
    });
  return storedAttachment(row);
}

async function takeBack(
  tx: Database,
  id: Id,
  { asker, requestId, now }: Asking,
): Promise<Awaited<ReturnType<AttachmentStore['takeBack']>>> {
  const row = await locked(tx, id);
  if (row === undefined || !isOwn(row, asker)) return { state: 'missing' };
  if (row.state === 'erased') return { state: 'erased', keys: [] };
  const seen = await tx
    .select({ seq: accessLog.seq })
    .from(accessLog)
    .where(
      and(
        eq(accessLog.organisationId, row.organisationId),
        eq(accessLog.attachmentId, id),
        eq(accessLog.purpose, 'answering'),
        eq(accessLog.outcome, 'granted'),
      ),
    )
    .limit(1);
  if (seen.length > 0) return { state: 'viewed' };
  await tx
    .update(attachment)
    .set({ state: 'erased', erasedAt: now, changedAt: now, blobKey: null })
    .where(eq(attachment.id, id));
  await recordChange(tx, {
    organisation: row.organisationId,
    owner: row.owner,
    type: 'attachment',
    submission: row.submissionId,
    at: now,
  });
  await logAccess(tx, {
    at: now,
    event: 'delete',
    purpose: 'takingBack',
    actor: askerActor(asker),
    requestId,
    organisation: row.organisationId,
    submission: row.submissionId,
    attachment: id,
    clientRefs: await clientRefsOf(tx, row),
  });
  const keys = [...(await forgetPieces(tx, id)), ...(row.blobKey === null ? [] : [row.blobKey])];
  await takeReceiverSide(tx); // the last thing: that list is not for askers
  await doom(tx, keys, now);
  return { state: 'erased', keys };
}

/** Whether it is the asker's to take back: what an agent sent is not. */
const isOwn = (row: Row, { owner, organisation }: Asker): boolean =>
  row.owner === owner && row.organisationId === organisation.id && row.agent === null;

/** The host's references of the clients that the questions around an attachment are about. */
export async function clientRefsOf(
  tx: Database,
  row: Pick<Row, 'organisationId' | 'submissionId' | 'id'>,
): Promise<readonly string[]> {
  const questions = await tx
    .select({ body: question.body })
    .from(question)
    .where(and(eq(question.organisationId, row.organisationId), eq(question.submissionId, row.submissionId)));
  const about = questions.filter(({ body }) => body.attachments.includes(row.id));
  const refs = (about.length > 0 ? about : questions).flatMap(({ body }) => body.client?.ref ?? []);
  return [...new Set(refs)];
}
