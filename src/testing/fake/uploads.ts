import type { Piece } from '../../delivery';
import type { Id } from '../../foundation/id';
import { pieceDigests, sha256 } from '../../storage';
import { Refused } from './refusal';
import type { StoredAttachment, World } from './world';

/** What the fake does with the bytes of attachments. */
export interface Uploads {
  offset(id: Id, owner: string): number;
  add(piece: Piece, owner: string): Promise<number>;
  remove(id: Id, owner: string): void;
  content(id: Id, owner: string): { readonly type: string; readonly bytes: ArrayBuffer };
}

/** Creates the uploads of a world. */
export function createUploads(world: World): Uploads {
  const own = (id: Id, owner: string): StoredAttachment => {
    const found = world.attachments.get(id);
    if (found?.owner !== owner) throw new Refused('not-found');
    if (found.state === 'erased') throw new Refused('gone');
    return found;
  };

  const changed = (id: Id): void => {
    for (const stored of world.submissions.values()) {
      if (stored.submission.attachments.some((attachment) => attachment.id === id)) world.change(stored, 'attachment');
    }
  };

  return {
    offset: (id, owner) => own(id, owner).bytes.length,
    async add({ id, offset, bytes, checksum }, owner) {
      own(id, owner);
      if ((await sha256(bytes)) !== checksum) throw new Refused('checksum-mismatch');
      const attachment = own(id, owner); // looked at again: another piece may have come while we counted
      if (offset !== attachment.bytes.length) throw new Refused('mismatching-upload-offset', attachment.bytes.length);
      if (offset + bytes.byteLength > attachment.declared.size) throw new Refused('too-large');
      attachment.bytes = joined(attachment.bytes, new Uint8Array(bytes));
      attachment.state = 'uploading';
      if (attachment.bytes.length === attachment.declared.size) await judge(attachment);
      changed(id);
      if (attachment.bytes.length === 0) throw new Refused('mismatching-upload-offset', 0); // from the start again
      return attachment.bytes.length;
    },
    remove(id, owner) {
      const attachment = own(id, owner);
      attachment.state = 'erased';
      attachment.bytes = new Uint8Array();
      changed(id);
    },
    content(id, owner) {
      const { declared, state, bytes } = own(id, owner);
      if (state !== 'available') throw new Refused('not-found');
      return { type: declared.type, bytes: bytes.slice().buffer };
    },
  };
}

/** Compares every MiB with what was declared; other bytes are thrown away. */
async function judge(attachment: StoredAttachment): Promise<void> {
  const digests = await pieceDigests(attachment.bytes.slice().buffer);
  const isSame = JSON.stringify(digests) === JSON.stringify(attachment.declared.digests);
  attachment.state = isSame ? 'available' : 'declared';
  if (!isSame) attachment.bytes = new Uint8Array();
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
