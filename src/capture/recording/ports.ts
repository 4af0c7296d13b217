import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';
import type { Id } from '../../foundation/id';
import type { Result } from '../../foundation/result';
import type { Limits } from '../../protocol/session';
import type { Marker } from '../../protocol/submission';
import type { Happening } from './markers';
import type { RecordingSettings } from './settings';

/** Containers that the receiver takes. */
export type RecordingType = 'video/mp4' | 'video/webm';

/** Lets the person choose a display. `browser/openDisplay` is the real one. */
export type OpenDisplay = () => Promise<Result<Display>>;

/** A display that may be recorded. */
export interface Display {
  /** It is this very tab, so everything in the picture is covered. */
  readonly isThisTab: boolean;
  /** Starts recording. What cannot be recorded here is a `recorder-failed`. */
  record(listener: RecorderListener): Result<Recorder>;
  /** Calls once when the display ends by itself: the browser's own bar, a closed window, a permission taken back. */
  onEnded(listener: () => void): Undo;
  readonly sound: Sound;
  /** Lets go of the display and the microphone. */
  end(): void;
}

/** What a recorder tells. */
export interface RecorderListener {
  /** The first frame is being recorded. */
  onStarted(): void;
  /** The next piece of the file, in order. */
  onPiece(bytes: ArrayBuffer): void;
  /** It stopped by itself; pieces that were told remain good. */
  onFailed(): void;
}

/** A recording in the making. */
export interface Recorder {
  readonly type: RecordingType;
  pause(): void;
  resume(): void;
  /** Resolves when the last piece was told. */
  stop(): Promise<void>;
}

/** The microphone, which may come and go while the recording runs. */
export interface Sound {
  /** Asks for it. The browser asks the person the first time. */
  turnOn(): Promise<Result<void>>;
  turnOff(): void;
  /** How loud it is now, 0 to 1. */
  level(): number;
  /** Calls when the device is gone or its permission was taken back. */
  onLost(listener: () => void): Undo;
}

/** Covers the page until `end`; `onBlocked` tells when most of the view may not be shown at all. `src/privacy/live` is the real one. */
export type MaskLivePage = (options: { onBlocked(isBlocked: boolean): void }) => {
  end(): void;
  /** Spots that are covered now. */
  readonly coveredCount?: number;
  /** Resolves when the cover is on the screen: what is recorded begins with the frame that was shown last. */
  readonly onScreen: Promise<void>;
};

/** Tells of what happens on the page. */
export interface Happenings {
  subscribe(listener: (happening: Happening) => void): Undo;
}

/** What is known of a recording whose pieces are being kept. */
export interface RecordingHead {
  readonly id: Id;
  readonly type: RecordingType;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Up to and with the last piece. */
  readonly durationMs: number;
  readonly markers: readonly Marker[];
  /** Covered spots; nothing when it is not this tab that was recorded. */
  readonly boxes?: number;
}

/** Keeps the pieces of a recording while it is made, so that a crash or reload leaves all but the last. */
export interface PieceKeeper {
  /** Keeps a piece and what is known by then, together or not at all. */
  add(piece: { readonly index: number; readonly bytes: ArrayBuffer }, head: RecordingHead): Promise<Result<unknown>>;
  /** Gives all pieces as one file; nothing when there are none. */
  read(id: Id): Promise<Result<ArrayBuffer | undefined>>;
  remove(id: Id): Promise<Result<unknown>>;
  /** Tells that it is being made here, until undone: then no other tab offers it. */
  hold(id: Id): Undo;
  /** The newest recording that a crash or reload left and that nobody is making. */
  left(): Promise<Result<RecordingHead | undefined>>;
}

/** A whole recording. */
export interface Recorded extends Omit<RecordingHead, 'id' | 'startedAt'> {
  readonly bytes: ArrayBuffer;
}

/** The bytes of a recording and how long it plays. */
export type Film = Pick<Recorded, 'bytes' | 'durationMs'>;

/** Attaches a recording to the question that is open; says whether its bytes are kept. */
export type AttachRecording = (recorded: Recorded) => Promise<Result<unknown>>;

/** What recording needs from outside. */
export interface RecordingDeps {
  readonly openDisplay: OpenDisplay;
  readonly keeper: PieceKeeper;
  readonly attach: AttachRecording;
  /** Gives a WebM its duration; what came in when it cannot. */
  repair(film: Film): Promise<Film>;
  /** Absent where nothing can cover the page: then the person has to look, and is told so. */
  readonly mask: MaskLivePage | undefined;
  readonly happenings: Happenings;
  readonly clock: Clock;
  newId(): Id;
  settings(): RecordingSettings;
  limits(): Limits;
  /** What is attached to the bundle already, for the limits. */
  attached(): readonly { readonly size: number }[];
}
