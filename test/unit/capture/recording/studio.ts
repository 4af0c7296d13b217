import type {
  Display,
  MaskLivePage,
  PieceKeeper,
  Recorded,
  RecorderListener,
  RecordingHead,
} from '../../../../src/capture/recording/ports';
import { RecordingModel, type RecordingModelInstance } from '../../../../src/capture/recording/recording.model';
import type { RecordingSettings } from '../../../../src/capture/recording/settings';
import type { Happening } from '../../../../src/capture/recording/markers';
import { joined } from '../../../../src/capture/recording/pieceLine.model';
import { fail, succeed, type Result } from '../../../../src/foundation/result';
import { DEFAULT_LIMITS } from '../../../../src/protocol/session';
import { idsFrom, manualClock, type ManualClock } from '../../../support/builders';

/** What a test may change about the studio. */
export interface StudioOptions {
  readonly isThisTab?: boolean;
  /** Code with which the person or the browser refuses. */
  readonly refusal?: string;
  /** Code with which the recorder will not start. */
  readonly startFails?: string;
  readonly settings?: RecordingSettings;
  readonly keeper?: MemoryKeeper;
  readonly attach?: (recorded: Recorded) => Promise<Result<unknown>>;
}

/** A model with a made-up display, recorder, microphone and device. */
export interface Studio {
  readonly model: RecordingModelInstance;
  readonly clock: ManualClock;
  /** What happened outside, in order. */
  readonly log: string[];
  readonly attached: Recorded[];
  readonly keeper: MemoryKeeper;
  readonly recorder: FakeRecorder;
  readonly sound: FakeSound;
  kept(): readonly string[];
  /** The device has no room from now on. */
  fill(): void;
  /** The browser's own bar ends the display. */
  end(): void;
  /** Most of the view may not be shown. */
  block(isBlocked: boolean): void;
  happen(kind: Happening['kind'], name: string): void;
}

type FakeRecorder = {
  /** The first frame is there. */
  first(): void;
  piece(text: string): void;
  /** What comes when it is stopped. */
  lastPiece(text: string): void;
  fail(): void;
};
type FakeSound = { level: number; isOn: boolean; answer: Result<void>; lose(): void };

const bytesOf = (text: string): ArrayBuffer => Uint8Array.from(new TextEncoder().encode(text)).buffer;

/** Makes a studio. */
export function studio(options: StudioOptions = {}): Studio {
  const clock = manualClock();
  const log: string[] = [];
  const attached: Recorded[] = [];
  const keeper = options.keeper ?? memoryKeeper();
  const listeners = { blocked: (isBlocked: boolean): unknown => isBlocked, ended: (): void => undefined };
  const happenings = new Set<(happening: Happening) => void>();
  const { display, recorder, sound } = fakeDisplay(options, log, (listener) => (listeners.ended = listener));
  const mask: MaskLivePage = ({ onBlocked }) => {
    log.push('covered');
    listeners.blocked = onBlocked;
    return {
      coveredCount: 7,
      end: () => log.push('uncovered'),
      onScreen: Promise.resolve().then(() => void log.push('on screen')),
    };
  };
  const model = new RecordingModel({
    async openDisplay() {
      log.push('asked');
      return options.refusal ? fail({ code: options.refusal, message: 'A test.' }) : succeed(display);
    },
    mask,
    keeper,
    happenings: {
      subscribe(listener) {
        happenings.add(listener);
        return () => happenings.delete(listener);
      },
    },
    repair: async (film) => film,
    clock,
    newId: idsFrom(3),
    settings: () => options.settings ?? { seconds: 180, extendSeconds: 180, microphone: false },
    limits: () => DEFAULT_LIMITS,
    attached: () => [],
    attach: async (recorded) => {
      if (options.attach) return options.attach(recorded);
      attached.push(recorded);
      return succeed(undefined);
    },
  });
  return {
    model,
    clock,
    log,
    attached,
    keeper,
    recorder,
    sound,
    kept: keeper.texts,
    fill: keeper.fill,
    end: () => listeners.ended(),
    block: (isBlocked) => listeners.blocked(isBlocked),
    happen: (kind, name) => happenings.forEach((listener) => listener({ at: clock.now(), kind, name })),
  };
}

function fakeDisplay(
  { isThisTab = true, startFails }: StudioOptions,
  log: string[],
  onListened: (listener: () => void) => void,
): { readonly display: Display; readonly recorder: FakeRecorder; readonly sound: FakeSound } {
  let listener: RecorderListener | undefined;
  let last: string | undefined;
  let isStopped = false;
  const losses = new Set<() => void>();
  const sound: FakeSound = {
    level: 0,
    isOn: false,
    answer: succeed(undefined),
    lose: () => losses.forEach((lose) => lose()),
  };
  const recorder: FakeRecorder = {
    first: () => listener?.onStarted(),
    piece: (text) => listener?.onPiece(bytesOf(text)),
    lastPiece: (text) => (last = text),
    fail: () => listener?.onFailed(),
  };
  const display: Display = {
    isThisTab,
    record(told) {
      if (startFails) return fail({ code: startFails, message: 'A test.' });
      listener = told;
      log.push('recorder started');
      return succeed({
        type: 'video/mp4',
        pause: () => void log.push('recorder paused'),
        resume: () => void log.push('recorder resumed'),
        async stop() {
          if (isStopped) return;
          isStopped = true;
          log.push('recorder stopped');
          if (last !== undefined) told.onPiece(bytesOf(last));
        },
      });
    },
    onEnded(told) {
      onListened(told);
      return () => onListened(() => undefined);
    },
    sound: {
      async turnOn() {
        sound.isOn = sound.answer.ok;
        return sound.answer;
      },
      turnOff: () => void (sound.isOn = false),
      level: () => sound.level,
      onLost(told) {
        losses.add(told);
        return () => losses.delete(told);
      },
    },
    end: () => void log.push('display ended'),
  };
  return { display, recorder, sound };
}

/** A device that keeps pieces in memory. */
export interface MemoryKeeper extends PieceKeeper {
  texts(): readonly string[];
  fill(): void;
}

function memoryKeeper(): MemoryKeeper {
  const pieces = new Map<string, { readonly head: RecordingHead; readonly parts: ArrayBuffer[] }>();
  const held = new Set<string>();
  let isFull = false;
  return {
    async add({ bytes }, head) {
      if (isFull) return fail({ code: 'storage-full', message: 'A test.' });
      pieces.set(head.id, { head, parts: [...(pieces.get(head.id)?.parts ?? []), bytes] });
      return succeed(undefined);
    },
    async read(id) {
      const parts = pieces.get(id)?.parts;
      return succeed(parts && joined(parts));
    },
    async remove(id) {
      pieces.delete(id);
      return succeed(undefined);
    },
    hold(id) {
      held.add(id);
      return () => held.delete(id);
    },
    left: async () => succeed([...pieces.values()].map(({ head }) => head).find(({ id }) => !held.has(id))),
    texts: () => [...pieces.values()].flatMap(({ parts }) => parts.map((part) => new TextDecoder().decode(part))),
    fill: () => void (isFull = true),
  };
}
