import { createModel } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Log } from '../foundation/log';
import { succeed, type Failure, type Result } from '../foundation/result';
import type { Attachment, Limits } from '../protocol/index';
import {
  displayAttachment,
  fileAttachment,
  recordingAttachment,
  screenshotAttachment,
  type Captured,
  type RecordingFacts,
  type ScreenshotFacts,
} from './attachment';
import { checkRoom } from './captureBudget';
import type { FileType } from './fileKind';
import { MemoryModel } from './memory.model';
import type { Origin } from './origin';
import type { Picture } from './picture';
import type { ByteStore } from './ports';
import { PreviewsModel } from './previews.model';

/** What keeping an attachment needs from outside. */
export interface KeepingDeps {
  readonly bytes: ByteStore;
  limits(): Limits;
  /** What is attached to the bundle already, for the limits. */
  attached(): readonly Pick<Attachment, 'id' | 'size'>[];
  newId(): Id;
  /** SHA-256 of each piece of the bytes, base64. */
  digests(bytes: ArrayBuffer): Promise<readonly string[]>;
  /** Called when an attachment is described and its bytes are kept. */
  onAttached(attachment: Attachment): void;
  readonly log: Log;
}

/** Bytes that are ready to be kept. */
export interface Ready {
  readonly bytes: ArrayBuffer;
  readonly type: FileType;
  readonly pixels?: readonly [width: number, height: number];
}

/** What goes with a screenshot that was made just now. */
export interface MadePicture {
  readonly facts: Omit<ScreenshotFacts, 'gaps'>;
  readonly origin: Origin;
}

/** Keeps bytes on the device before an attachment is told of, and tells what could not be kept. */
export const KeepingModel = createModel((deps: KeepingDeps) => {
  const previews = new PreviewsModel(deps.bytes);
  const memory = new MemoryModel(deps);
  const { report } = memory;

  const keep = async (ready: Ready): Promise<Result<Captured, Failure>> => {
    const kept = await bytesKept(ready, deps);
    if (kept.ok) previews.keep(kept.value.id, new Blob([ready.bytes], { type: ready.type }));
    return kept;
  };

  const keepInRoom = async (ready: Ready): Promise<Result<Captured, Failure>> => {
    const room = checkRoom(ready.bytes.byteLength, deps.attached(), deps.limits());
    return room.ok ? keep(ready) : room;
  };

  return {
    ...memory,
    previews,
    keep,
    /** Attaches a screenshot; says whether that worked. */
    async attachPicture({ bytes, type, width, height, gaps }: Picture, made: MadePicture): Promise<boolean> {
      const kept = await keepInRoom({ bytes, type, pixels: [width, height] });
      if (!kept.ok) report(kept.problem);
      else memory.noteOrigin(kept.value.id, made.origin);
      if (kept.ok) deps.onAttached(screenshotAttachment(kept.value, { ...made.facts, gaps }));
      return kept.ok;
    },
    /** Attaches a picture of a display with more in it than this page. */
    async attachDisplay(picture: Picture): Promise<void> {
      const kept = await keepInRoom({ ...picture, pixels: [picture.width, picture.height] });
      return kept.ok ? deps.onAttached(displayAttachment(kept.value)) : report(kept.problem);
    },
    /** Attaches a checked file. */
    async attachFile(ready: Ready): Promise<void> {
      const kept = await keep(ready);
      return kept.ok ? deps.onAttached(fileAttachment(kept.value)) : report(kept.problem);
    },
    /** Attaches a recording that was made here. Whoever made it tells what is wrong: its pieces are still there. */
    async attachRecording({ bytes, type }: Ready, facts: RecordingFacts): Promise<Result<unknown>> {
      const kept = await keepInRoom({ bytes, type });
      if (kept.ok) deps.onAttached(recordingAttachment(kept.value, facts));
      return kept;
    },
    /** Lets go of an attachment that was taken out for good. */
    async discard(id: Id): Promise<void> {
      previews.drop(id);
      memory.forgetOrigins([id]);
      await deps.bytes.remove(id);
    },
  };
});

/** Keeps bytes on the device, under an id of their own. */
async function bytesKept({ bytes, type, pixels }: Ready, deps: KeepingDeps): Promise<Result<Captured, Failure>> {
  const id = deps.newId();
  const digests = await deps.digests(bytes);
  const kept = await deps.bytes.put(id, bytes);
  const before = deps.attached().length;
  return kept.ok
    ? succeed({ id, type, sizeBytes: bytes.byteLength, digests, before, ...(pixels && { pixels }) })
    : kept;
}

/** The public face of the model. */
export type Keeping = InstanceType<typeof KeepingModel>;
