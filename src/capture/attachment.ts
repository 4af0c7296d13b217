import type { Id } from '../foundation/id';
import type { Attachment, Marker } from '../protocol/submission';
import { FILE_TYPES, type FileType } from './fileKind';

/** What is known of something captured, once its bytes are kept. */
export interface Captured {
  readonly id: Id;
  readonly type: FileType;
  readonly sizeBytes: number;
  readonly digests: readonly string[];
  /** How many attachments there are already: makes the name. */
  readonly before: number;
  readonly pixels?: readonly [width: number, height: number];
}

/** What editing a picture adds. */
export interface EditFacts {
  /** Spots that are covered, by us or by hand. */
  readonly boxes: number;
  /** Spots that the person chose to show, by name. */
  readonly revealed: Attachment['redaction']['revealed'];
  /** What there is to see, in the person's own words; empty when nothing was written. */
  readonly alt: string;
}

/** What only a screenshot has. */
export interface ScreenshotFacts extends Partial<EditFacts> {
  readonly boxes: number;
  readonly gaps: readonly string[];
  /** How much later than the press it was made; nothing when it was made at the press. */
  readonly delayMs?: number;
}

/** Describes a masked screenshot. */
export function screenshotAttachment(captured: Captured, facts: ScreenshotFacts): Attachment {
  const { boxes, gaps, delayMs, revealed = [], alt = '' } = facts;
  return {
    ...described(captured, 'screenshot'),
    ...(alt !== '' && { alt }),
    ...(delayMs !== undefined && { delayMs }),
    ...(gaps.length > 0 && { gaps }),
    redaction: { mode: 'masked', boxes, revealed },
  };
}

/** Describes a picture of a display with more in it than this page: what is beside the page nobody has covered, so the person looks. */
export function displayAttachment(captured: Captured): Attachment {
  return { ...described(captured, 'screenshot'), redaction: { mode: 'manual', boxes: 0, revealed: [] } };
}

/** What only a recording has that was made here. */
export interface RecordingFacts {
  readonly durationMs: number;
  readonly markers: readonly Marker[];
  /** Covered spots; absent where something was recorded that we cannot cover. */
  readonly boxes?: number;
}

/** Describes a recording that was made here. All of it is meant to be watched until the person trims it. */
export function recordingAttachment(captured: Captured, { durationMs, markers, boxes }: RecordingFacts): Attachment {
  return {
    ...described(captured, 'recording'),
    durationMs,
    ...(markers.length > 0 && { markers }),
    redaction: { mode: boxes === undefined ? 'manual' : 'masked', boxes: boxes ?? 0, revealed: [] },
  };
}

/** Describes a file that somebody chose. Nothing in it was masked by us; a video is a recording, however it was made. */
export function fileAttachment(captured: Captured): Attachment {
  const kind = captured.type.startsWith('video/') ? 'recording' : 'file';
  return { ...described(captured, kind), redaction: { mode: 'manual', boxes: 0, revealed: [] } };
}

/** Describes a picture that was edited: other bytes, the same place among the attachments, and the same story of how it was made. */
export function editedAttachment(old: Attachment, captured: Captured, { boxes, revealed, alt }: EditFacts): Attachment {
  const { alt: _alt, ...kept } = old;
  const { id, type, sizeBytes, digests, pixels } = captured;
  return {
    ...kept,
    id,
    name: old.name.replace(/\.\w+$/, `.${FILE_TYPES[type].ending}`),
    type,
    size: sizeBytes,
    digests,
    ...(pixels && { width: pixels[0], height: pixels[1] }),
    ...(alt !== '' && { alt }),
    redaction: { ...old.redaction, boxes, revealed },
  };
}

/** The name is ours: the name of a picked file may hold a person's name. */
function described(
  { id, type, sizeBytes, digests, before, pixels }: Captured,
  kind: Attachment['kind'],
): Omit<Attachment, 'redaction'> {
  const size = pixels && { width: pixels[0], height: pixels[1] };
  return {
    id,
    kind,
    name: `${kind}-${before + 1}.${FILE_TYPES[type].ending}`,
    type,
    size: sizeBytes,
    digests,
    ...size,
  };
}
