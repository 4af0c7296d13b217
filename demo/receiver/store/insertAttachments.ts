import type { Id } from '../../../src/foundation/id';
import type { Attachment } from '../../../src/protocol/index';
import type { Database } from './database';
import { attachment } from './tables';

/** What declared attachments belong to. */
export interface AttachmentHome {
  readonly organisationId: string;
  readonly owner: string;
  readonly submissionId: Id;
  /** The message they came with; nothing for those of the submission itself. */
  readonly messageId: Id | null;
  /** Who sent them, when that was not the owner. */
  readonly agent: string | null;
  readonly changedAt: Date;
}

/** Writes down declared attachments; their bytes follow. */
export async function insertAttachments(
  tx: Database,
  attachments: readonly Attachment[],
  home: AttachmentHome,
): Promise<void> {
  if (attachments.length === 0) return;
  await tx.insert(attachment).values(
    attachments.map((one, position) => ({
      ...home,
      id: one.id,
      position,
      state: 'declared' as const,
      size: one.size,
      received: 0,
      restarts: 0,
      body: one,
      blobKey: null,
      storedSize: null,
      storedDigest: null,
      reason: null,
      erasedAt: null,
    })),
  );
}
