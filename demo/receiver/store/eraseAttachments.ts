import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import { logAccess, type Actor } from './accessLog';
import { clientRefsOf } from './attachments';
import type { Database } from './database';
import { doom, notePurge } from './purgeLog';
import { recordChange } from './recordChange';
import { attachment, uploadChunk } from './tables';

/** Who erases what is past its term. */
const RECEIVER: Actor = { id: 'receiver', name: 'receiver', role: 'receiver', onBehalfOf: 'receiver' };

/** Erases the pictures and recordings of one bundle: the rows stay and say so, the bytes and the descriptions go. Gives how many. */
export async function eraseAttachments(tx: Database, submission: Id, at: Date): Promise<number> {
  const rows = await tx
    .select()
    .from(attachment)
    .where(and(eq(attachment.submissionId, submission), ne(attachment.state, 'erased')))
    .for('update');
  for (const row of rows) {
    const { name: _name, alt: _alt, gaps: _gaps, markers: _markers, ...body } = row.body;
    await tx
      .update(attachment)
      .set({
        state: 'erased',
        erasedAt: at,
        changedAt: at,
        blobKey: null,
        body: { ...body, name: '', digests: [], redaction: { ...body.redaction, revealed: [] } },
      })
      .where(eq(attachment.id, row.id));
    await recordChange(tx, {
      organisation: row.organisationId,
      owner: row.owner,
      type: 'attachment',
      submission,
      at,
    });
  }
  const pieces = await tx
    .delete(uploadChunk)
    .where(
      inArray(
        uploadChunk.attachmentId,
        rows.map(({ id }) => id),
      ),
    )
    .returning({ key: uploadChunk.blobKey });
  await doom(tx, [...pieces.map(({ key }) => key), ...rows.flatMap(({ blobKey }) => blobKey ?? [])], at);
  for (const row of rows)
    await logAccess(tx, {
      at,
      event: 'delete',
      purpose: 'retention',
      actor: RECEIVER,
      requestId: 'retention',
      organisation: row.organisationId,
      submission,
      attachment: row.id,
      clientRefs: await clientRefsOf(tx, row),
    });
  if (rows[0] !== undefined)
    await notePurge(tx, {
      at,
      organisation: rows[0].organisationId,
      what: 'attachments',
      why: 'past their term',
      items: rows.length,
    });
  return rows.length;
}
