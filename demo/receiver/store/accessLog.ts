import { eq } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { AccessEvent, AccessPurpose } from '../../../src/protocol/index';
import { linkHash, NO_LINK } from '../domain/accessHash';
import type { Agent, Asker } from '../callers';
import type { Database } from './database';
import { accessChain, accessLog } from './tables';

/** Who saw or removed something. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly onBehalfOf: string;
}

/** One act of seeing or removing, as NEN 7513 asks it: who, when, about which client, why, and whether it was given. Never what was in it. */
export interface Access {
  readonly at: Date;
  readonly event: AccessEvent;
  readonly purpose: AccessPurpose;
  readonly outcome?: 'refused';
  readonly actor: Actor;
  readonly requestId: string;
  readonly organisation: string;
  readonly submission?: Id;
  readonly question?: Id;
  readonly attachment?: Id;
  readonly clientRefs: readonly string[];
}

/** An agent as the log names one. */
export const agentActor = ({ id, name, onBehalfOf = id }: Agent): Actor => ({ id, name, role: 'agent', onBehalfOf });

/** An asker as the log names one. */
export const askerActor = ({ owner, name, role }: Asker): Actor => ({ id: owner, name, role, onBehalfOf: owner });

/**
 * Adds a row, in the transaction that gives the access: no row, no content.
 * The end of the organisation's chain stays locked until the commit, so call it last.
 */
export async function logAccess(tx: Database, access: Access): Promise<void> {
  const { organisation: organisationId, actor } = access;
  const end = await lockedEnd(tx, organisationId);
  const link = {
    place: end.place + 1,
    at: access.at,
    event: access.event,
    actor: actor.id,
    actorName: actor.name,
    actorRole: actor.role,
    onBehalfOf: actor.onBehalfOf,
    organisationId,
    submissionId: access.submission ?? null,
    questionId: access.question ?? null,
    attachmentId: access.attachment ?? null,
    clientRefs: [...access.clientRefs],
    purpose: access.purpose,
    outcome: access.outcome ?? ('granted' as const),
    requestId: access.requestId,
    previousHash: end.hash,
  };
  const hash = linkHash(link);
  await tx.insert(accessLog).values({ ...link, hash });
  await tx.update(accessChain).set({ place: link.place, hash }).where(eq(accessChain.organisationId, organisationId));
}

async function lockedEnd(tx: Database, organisationId: string): Promise<{ place: number; hash: string }> {
  await tx.insert(accessChain).values({ organisationId, place: 0, hash: NO_LINK }).onConflictDoNothing();
  const [end] = await tx.select().from(accessChain).where(eq(accessChain.organisationId, organisationId)).for('update');
  if (end === undefined) throw new Error('A chain that was just begun is not there');
  return end;
}

/** Adds one row per organisation for something that shows several; in a fixed order, so that two at once can't wait for each other. */
export async function logAccessToAll(
  tx: Database,
  about: ReadonlyMap<string, ReadonlySet<string>>,
  access: Omit<Access, 'organisation' | 'clientRefs'>,
): Promise<void> {
  const sorted = [...about].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [organisation, clientRefs] of sorted)
    await logAccess(tx, { ...access, organisation, clientRefs: [...clientRefs].sort() });
}
