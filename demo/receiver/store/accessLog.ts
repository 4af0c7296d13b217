import type { Id } from '../../../src/foundation/id';
import type { ContentUse } from '../../../src/protocol/index';
import type { Database } from './database';
import { accessLog } from './tables';

/** One act of seeing or removing, as NEN 7513 asks it: who, when, about which client. Never what was in it. */
export interface Access {
  readonly at: Date;
  readonly event: ContentUse | 'delete';
  readonly actor: { readonly id: string; readonly name: string; readonly role: string };
  readonly requestId: string;
  readonly organisation: string;
  readonly submission?: Id;
  readonly question?: Id;
  readonly attachment?: Id;
  readonly clientRefs: readonly string[];
}

/** Adds a row, in the transaction that gives the access: no row, no content. */
export async function logAccess(tx: Database, access: Access): Promise<void> {
  await tx.insert(accessLog).values({
    at: access.at,
    event: access.event,
    actor: access.actor.id,
    actorName: access.actor.name,
    actorRole: access.actor.role,
    organisationId: access.organisation,
    submissionId: access.submission ?? null,
    questionId: access.question ?? null,
    attachmentId: access.attachment ?? null,
    clientRefs: [...access.clientRefs],
    requestId: access.requestId,
  });
}
