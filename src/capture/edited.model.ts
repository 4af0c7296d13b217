import { createModel, effect } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Undo } from '../foundation/lifetime';
import { fail, succeed, type Failure, type Result } from '../foundation/result';
import type { Attachment } from '../protocol/index';
import { editedAttachment, type EditFacts } from './attachment';
import { checkRoom } from './captureBudget';
import { pixelSizeOf, typeOf } from './fileKind';
import type { Keeping, KeepingDeps } from './keeping.model';
import type { MomentDeps } from './momentOffer.model';
import { pageOrigin, pixelsOrigin, type Origin } from './origin';
import type { CleanedPicture } from './ports';

/** A picture that somebody is done with, and how it came to be. */
export interface Edited {
  readonly picture: CleanedPicture;
  readonly facts: EditFacts;
  readonly origin: Origin;
}

/** What keeping an edited picture needs from outside. */
export interface EditedDeps extends Pick<KeepingDeps, 'bytes' | 'attached' | 'limits'>, MomentDeps {
  /** Puts an attachment in the place of another; settles when that is stored. */
  onReplaced(old: Id, by: Attachment): Promise<unknown>;
  /** Tells which attachments were sent: they are not edited any more. */
  onSent(listener: (attachments: readonly Id[]) => void): Undo;
}

/** Pictures that are edited after they were attached: the new bytes are kept before the old ones go. */
export const EditedModel = createModel((deps: EditedDeps, keeping: Keeping) => {
  const originOf = async (attachment: Attachment): Promise<Origin | undefined> => {
    const known = keeping.originOf(attachment.id);
    if (known) return known;
    const found = await deps.bytes.get(attachment.id);
    const bytes = found.ok ? found.value : undefined;
    const type = bytes && typeOf(new Uint8Array(bytes));
    const pixels = type && pixelSizeOf(new Uint8Array(bytes), type);
    return bytes && pixels && pixelsOrigin(bytes, attachment, pixels);
  };

  effect(() => deps.onSent(keeping.forgetOrigins)); // what was covered in them cannot be shown any more

  return {
    /** Freezes and draws the page as it is now, for whoever wants to begin again. */
    async retake(): Promise<Result<Origin['subject'], Failure>> {
      const page = await deps.freeze();
      const drawn = await deps.render(page);
      return drawn.ok
        ? succeed(pageOrigin(page, drawn.value, (revealed) => deps.render(page, { revealed })).subject)
        : drawn;
    },
    /** Gives what is known of an attached picture, to go on with; a failure when its bytes are gone. */
    async open(attachment: Attachment): Promise<Result<Origin, Failure>> {
      const origin = await originOf(attachment);
      return origin
        ? succeed(origin)
        : fail({ code: 'file-unreadable', message: 'The bytes of the picture are gone.' });
    },
    /** Puts an edited picture in the place of what was attached. */
    async replace(old: Attachment, { picture, facts, origin }: Edited): Promise<Result<Attachment, Failure>> {
      const others = deps.attached().filter(({ id }) => id !== old.id);
      const room = checkRoom(picture.bytes.byteLength, others, deps.limits());
      if (!room.ok) return room;
      const kept = await keeping.keep(picture);
      if (!kept.ok) return kept;
      const by = editedAttachment(old, kept.value, facts);
      keeping.noteOrigin(by.id, origin);
      await deps.onReplaced(old.id, by);
      await keeping.discard(old.id);
      return succeed(by);
    },
  };
});
