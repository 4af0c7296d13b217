import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { ContentUse } from '../../../src/protocol/index';
import type { StoredAttachment } from '../attachmentPort';
import { agentActor, logAccess } from './accessLog';
import type { Reading } from './agentQuestion';
import { clientRefsOf, storedAttachment } from './attachments';
import type { Database } from './database';
import { attachment, contentGrant } from './tables';

/** First use must come within this time. */
const FIRST_USE_MS = 60_000;
/** A recording is asked for in ranges, so its permission lives on for a while. */
const PLAY_MS = 600_000;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Permits one look at an attachment, or not: the row in the access log is part of the same transaction either way. */
export async function grantContent(
  tx: Database,
  id: Id,
  { by, now }: { readonly by: Reading['by'] & { readonly use: ContentUse }; readonly now: number },
): Promise<{ readonly secret: string; readonly expiresAt: string } | undefined> {
  const [row] = await tx.select().from(attachment).where(eq(attachment.id, id));
  if (row === undefined) return undefined;
  const isThere = row.state === 'available';
  const secret = randomBytes(32).toString('base64url');
  const firstUseBefore = new Date(now + FIRST_USE_MS);
  if (isThere)
    await tx.insert(contentGrant).values({
      tokenHash: hashOf(secret),
      organisationId: row.organisationId,
      attachmentId: id,
      firstUseBefore,
      endsAt: null,
      uses: 0,
    });
  await logAccess(tx, {
    at: new Date(now),
    event: by.use,
    purpose: 'answering',
    ...(!isThere && { outcome: 'refused' }),
    actor: agentActor(by.agent),
    requestId: by.requestId,
    organisation: row.organisationId,
    submission: row.submissionId,
    attachment: id,
    clientRefs: await clientRefsOf(tx, row),
  });
  return isThere ? { secret, expiresAt: firstUseBefore.toISOString() } : undefined;
}

/** Uses a permission up with one statement, so that two at once can't both succeed. */
export async function redeemGrant(
  database: Database,
  secret: string,
  now: number,
): Promise<StoredAttachment | undefined> {
  const time = new Date(now);
  const isPlayed = sql`(select ${attachment.body} ->> 'type' from ${attachment} where ${attachment.id} = ${contentGrant.attachmentId}) like 'video/%'`;
  const [used] = await database
    .update(contentGrant)
    .set({
      uses: sql`${contentGrant.uses} + 1`,
      endsAt: sql`coalesce(${contentGrant.endsAt}, ${new Date(now + PLAY_MS).toISOString()}::timestamptz)`,
    })
    .where(
      and(
        eq(contentGrant.tokenHash, hashOf(secret)),
        or(
          and(eq(contentGrant.uses, 0), gt(contentGrant.firstUseBefore, time)),
          and(gt(contentGrant.uses, 0), gt(contentGrant.endsAt, time), isPlayed),
        ),
      ),
    )
    .returning({ attachment: contentGrant.attachmentId });
  if (used === undefined) return undefined;
  const [row] = await database
    .select()
    .from(attachment)
    .where(and(eq(attachment.id, used.attachment), isNull(attachment.erasedAt)));
  return row && storedAttachment(row);
}
