import { and, asc, eq, inArray, lt, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import { termEnd, type RetentionTerms } from '../domain/retention';
import type { Owner, RetentionStore } from '../retentionPort';
import type { StoreContext } from './context';
import type { Database } from './database';
import { eraseAttachments } from './eraseAttachments';
import { eraseConversation } from './eraseConversation';
import { eraseUnnamed } from './hintAssets';
import { hintBatch, hintDraftSave, hintState } from './hintTables';
import { outgoing } from './outgoingTables';
import { doom, notePurge } from './purgeLog';
import type { Rows } from './rows';
import { attachment, contentGrant, doomedBlob, purgeLog, question, submission, tombstone, uploadChunk } from './tables';

/** Creates the side that forgets. Each bundle is one transaction: its rows, the line in the purge log, and the list of bytes that must go. */
export function createRetentionStore({ rows, clock }: StoreContext): RetentionStore {
  return {
    async purge(terms) {
      const now = clock.now();
      const purged = {
        uploads: await rows.ofReceiver((tx) => endUploads(tx, terms, now)),
        attachments: await forEach(
          rows,
          (tx) => withOldAttachments(tx, terms, now),
          (tx, id) => eraseAttachments(tx, id, new Date(now)),
        ),
        conversations: await forEach(
          rows,
          (tx) => withOldWords(tx, terms, now),
          (tx, id) => eraseConversation(tx, id, new Date(now)),
        ),
      };
      await rows.ofReceiver(async (tx) => {
        await tx.delete(tombstone).where(lt(tombstone.at, termEnd(now, terms.tombstones)));
        await tx
          .delete(outgoing)
          .where(and(ne(outgoing.state, 'waiting'), lt(outgoing.at, termEnd(now, terms.outgoing))));
        await tx.delete(hintBatch).where(lt(hintBatch.at, termEnd(now, terms.hintEvents)));
        await tx.delete(hintState).where(lt(hintState.changedAt, termEnd(now, terms.hintStates)));
        await eraseUnnamed(tx, termEnd(now, terms.hintAssets), new Date(now));
        await tx.delete(hintDraftSave).where(lt(hintDraftSave.at, termEnd(now, 1)));
        await tx.delete(contentGrant).where(lt(contentGrant.firstUseBefore, termEnd(now, 1)));
      });
      return purged;
    },
    async doomedBlobs() {
      const doomed = await rows.ofReceiver((tx) => tx.select().from(doomedBlob).orderBy(asc(doomedBlob.at)));
      return doomed.map(({ blobKey }) => blobKey);
    },
    doomBlob: (key) => rows.ofReceiver((tx) => doom(tx, [key], new Date(clock.now()))),
    async forgetBlobs(keys) {
      await rows.ofReceiver((tx) => tx.delete(doomedBlob).where(inArray(doomedBlob.blobKey, [...keys])));
    },
    grave: (id, asker) => rows.ofAsker(asker, (tx) => graveOf(tx, id, asker)),
    async purges() {
      const lines = await rows.ofReceiver((tx) => tx.select().from(purgeLog).orderBy(asc(purgeLog.seq)));
      return lines.map(({ at, organisationId, what, why, items }) => ({
        at: at.toISOString(),
        organisation: organisationId,
        what,
        why,
        items,
      }));
    },
  };
}

/** Why something of this asker was erased. */
export async function graveOf(database: Database, id: Id, asker: Owner): Promise<string | undefined> {
  const [grave] = await database
    .select({ reason: tombstone.reason })
    .from(tombstone)
    .where(
      and(eq(tombstone.organisationId, asker.organisation.id), eq(tombstone.owner, asker.owner), eq(tombstone.id, id)),
    );
  return grave?.reason;
}

async function forEach(
  rows: Rows,
  find: (tx: Database) => Promise<readonly Id[]>,
  erase: (tx: Database, id: Id) => Promise<number>,
): Promise<number> {
  let items = 0;
  for (const id of await rows.ofReceiver(find)) items += await rows.ofReceiver((tx) => erase(tx, id));
  return items;
}

/** Bundles of which every question was closed before a moment: one that is open keeps all of it. */
const closedBefore = (database: Database, moment: Date): SQL =>
  notExists(
    database
      .select({ id: question.id })
      .from(question)
      .where(
        and(
          eq(question.submissionId, submission.id),
          or(ne(question.status, 'closed'), sql`${question.changedAt} >= ${moment.toISOString()}::timestamptz`),
        ),
      ),
  );

async function withOldAttachments(database: Database, terms: RetentionTerms, now: number): Promise<readonly Id[]> {
  const rows = await database
    .selectDistinct({ id: submission.id })
    .from(submission)
    .innerJoin(attachment, and(eq(attachment.submissionId, submission.id), ne(attachment.state, 'erased')))
    .where(closedBefore(database, termEnd(now, terms.attachments)));
  return rows.map(({ id }) => id);
}

async function withOldWords(database: Database, terms: RetentionTerms, now: number): Promise<readonly Id[]> {
  const rows = await database
    .select({ id: submission.id })
    .from(submission)
    .where(closedBefore(database, termEnd(now, terms.conversations)));
  return rows.map(({ id }) => id);
}

/** Bytes that never became a file go; the upload may start again. */
async function endUploads(tx: Database, terms: RetentionTerms, now: number): Promise<number> {
  const ended = await tx
    .update(attachment)
    .set({ state: 'expired', received: 0 })
    .where(and(eq(attachment.state, 'uploading'), lt(attachment.changedAt, termEnd(now, terms.uploads))))
    .returning({ id: attachment.id, organisation: attachment.organisationId });
  if (ended.length === 0) return 0;
  const pieces = await tx
    .delete(uploadChunk)
    .where(
      inArray(
        uploadChunk.attachmentId,
        ended.map(({ id }) => id),
      ),
    )
    .returning({ key: uploadChunk.blobKey });
  await doom(
    tx,
    pieces.map(({ key }) => key),
    new Date(now),
  );
  for (const organisation of new Set(ended.map((one) => one.organisation)))
    await notePurge(tx, {
      at: new Date(now),
      organisation,
      what: 'uploads',
      why: 'no progress',
      items: ended.filter((one) => one.organisation === organisation).length,
    });
  return ended.length;
}
