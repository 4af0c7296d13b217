import { createHash } from 'node:crypto';

/** A row of the access log as it is hashed: everything it says, in this order. */
export interface Link {
  /** 1, 2, 3 … per organisation, without a gap. */
  readonly place: number;
  readonly at: Date;
  readonly event: string;
  readonly actor: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly onBehalfOf: string;
  readonly organisationId: string;
  readonly submissionId: string | null;
  readonly questionId: string | null;
  readonly attachmentId: string | null;
  readonly clientRefs: readonly string[];
  readonly purpose: string;
  readonly outcome: string;
  readonly requestId: string;
  /** The hash of the row before; `NO_LINK` in the first one. */
  readonly previousHash: string;
}

/** What the first row of a chain holds in place of a hash. */
export const NO_LINK = '';

/** The hash that ties a row to all rows before it: base64url(SHA-256) of its values as a JSON list. */
export const linkHash = (link: Link): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        link.place,
        link.at.toISOString(),
        link.event,
        link.actor,
        link.actorName,
        link.actorRole,
        link.onBehalfOf,
        link.organisationId,
        link.submissionId,
        link.questionId,
        link.attachmentId,
        link.clientRefs,
        link.purpose,
        link.outcome,
        link.requestId,
        link.previousHash,
      ]),
    )
    .digest('base64url');
