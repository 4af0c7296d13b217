import { createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { Log } from '../foundation/log';
import { succeed, type Failure, type Result } from '../foundation/result';
import type { Attachment, Limits } from '../protocol/index';
import {
  fileAttachment,
  recordingAttachment,
  screenshotAttachment,
  type Captured,
  type RecordingFacts,
  type ScreenshotFacts,
} from './attachment';
import { checkRoom, type Attached } from './captureBudget';
import type { FileType } from './fileKind';
import type { Picture } from './picture';
import type { ByteStore } from './ports';
import { PreviewsModel } from './previews.model';

/** What keeping an attachment needs from outside. */
export interface KeepingDeps {
  readonly bytes: ByteStore;
  limits(): Limits;
  /** What is attached to the bundle already, for the limits. */
  attached(): readonly Attached[];
  newId(): Id;
  /** SHA-256 of each piece of the bytes, base64. */
  digests(bytes: ArrayBuffer): Promise<readonly string[]>;
  /** Called when an attachment is described and its bytes are kept. */
  onAttached(attachment: Attachment): void;
  readonly log: Log;
}

/** Something that could not go along. The file's name is for the screen only. */
export interface CaptureProblem extends Failure {
  readonly key: number;
  readonly fileName?: string;
  readonly limit?: number;
}

/** Bytes that are ready to be kept. */
export interface Ready {
  readonly bytes: ArrayBuffer;
  readonly type: FileType;
  readonly pixels?: readonly [width: number, height: number];
}

/** Keeps bytes on the device before an attachment is told of, and tells what could not be kept. */
export const KeepingModel = createModel((deps: KeepingDeps) => {
  const problems = signal<readonly CaptureProblem[]>([]);
  const previews = new PreviewsModel(deps.bytes);
  let told = 0;

  const report = (problem: Failure & { readonly limit?: number }, fileName?: string): void => {
    deps.log.warn(problem.code, problem.message);
    told += 1;
    problems.value = [...problems.peek(), { ...problem, key: told, ...(fileName !== undefined && { fileName }) }];
  };

  const put = async ({ bytes, type, pixels }: Ready): Promise<Result<Captured>> => {
    const id = deps.newId();
    const digests = await deps.digests(bytes);
    const kept = await deps.bytes.put(id, bytes);
    if (!kept.ok) return kept;
    previews.keep(id, new Blob([bytes], { type }));
    const before = deps.attached().length;
    return succeed({ id, type, sizeBytes: bytes.byteLength, digests, before, ...(pixels && { pixels }) });
  };
  const keep = async (ready: Ready): Promise<Captured | undefined> => {
    const kept = await put(ready);
    if (!kept.ok) report(kept.problem);
    return kept.ok ? kept.value : undefined;
  };

  return {
    problems,
    previews,
    report,
    /** Attaches a screenshot; says whether that worked. */
    async attachPicture(
      { bytes, type, width, height, gaps }: Picture,
      facts: Omit<ScreenshotFacts, 'gaps'>,
    ): Promise<boolean> {
      const room = checkRoom(bytes.byteLength, deps.attached(), deps.limits());
      if (!room.ok) report(room.problem);
      const kept = room.ok ? await keep({ bytes, type, pixels: [width, height] }) : undefined;
      if (kept) deps.onAttached(screenshotAttachment(kept, { ...facts, gaps }));
      return kept !== undefined;
    },
    /** Attaches a checked file. */
    async attachFile(ready: Ready): Promise<void> {
      const kept = await keep(ready);
      if (kept) deps.onAttached(fileAttachment(kept));
    },
    /** Attaches a recording that was made here. Whoever made it tells what is wrong: its pieces are still there. */
    async attachRecording({ bytes, type }: Ready, facts: RecordingFacts): Promise<Result<unknown>> {
      const room = checkRoom(bytes.byteLength, deps.attached(), deps.limits());
      const kept = room.ok ? await put({ bytes, type }) : room;
      if (kept.ok) deps.onAttached(recordingAttachment(kept.value, facts));
      return kept;
    },
    /** Takes a told problem off the screen. */
    dismiss(key: number): void {
      problems.value = problems.peek().filter((problem) => problem.key !== key);
    },
    /** Lets go of an attachment that was taken out for good. */
    async discard(id: Id): Promise<void> {
      previews.drop(id);
      await deps.bytes.remove(id);
    },
  };
});

/** The public face of the model. */
export type Keeping = InstanceType<typeof KeepingModel>;
