import { RecordingModel, type RecordingDeps, type RecordingModelInstance } from '../../../src/capture/recording';
import { DEFAULT_LIMITS, type Attachment } from '../../../src/protocol';

type Id = Attachment['id'];
const ID = '00000000-0000-4000-8000-000000000001' as Id; // the pattern of an id

/** What a sample differs in. */
export interface SampleRecording {
  /** Seconds that were recorded; none while it is still being counted down. */
  readonly seconds?: number;
  readonly isThisTab?: boolean;
  readonly microphone?: 'on' | 'refused';
  readonly hold?: 'person' | 'page' | 'hidden';
  /** Code with which the person or the browser refuses. */
  readonly refusal?: string;
  /** A crash left one. */
  readonly isLeft?: boolean;
  /** It never gets kept. */
  readonly isKeeping?: boolean;
}

const done = Promise.resolve({ ok: true, value: undefined } as const);
const refused = (code: string) => ({ ok: false, problem: { code, message: 'A scene.' } }) as const;
const nothing = (): void => undefined;

/** Time that moves as far as a scene wants. */
function sampleClock() {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly act: () => void }>();
  return {
    now: () => now,
    after(delayMs: number, act: () => void) {
      const timer = { at: now + delayMs, act };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    pass(ms: number): void {
      const until = now + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
        if (!next) break;
        waiting.delete(next);
        now = next.at;
        next.act();
      }
      now = until;
    },
  };
}

/** Makes a recording of a made-up display and brings it where the scene wants it. */
export function sampleRecording(sample: SampleRecording = {}): RecordingModelInstance {
  const clock = sampleClock();
  let block = (isBlocked: boolean): unknown => isBlocked;
  const deps: RecordingDeps = {
    mask(options) {
      block = options.onBlocked;
      return { end: nothing, coveredCount: 12, onScreen: Promise.resolve() };
    },
    openDisplay: () => Promise.resolve(sample.refusal ? refused(sample.refusal) : { ok: true, value: display(sample) }),
    keeper: {
      add: () => done,
      read: () => done,
      remove: () => done,
      hold: () => nothing,
      left: () =>
        Promise.resolve({
          ok: true,
          value: sample.isLeft
            ? { id: ID, type: 'video/mp4', startedAt: 0, durationMs: 24_000, markers: [] }
            : undefined,
        } as const),
    },
    attach: () => done,
    repair: (film) => Promise.resolve(film),
    happenings: { subscribe: () => nothing },
    clock,
    newId: () => ID,
    settings: () => ({ seconds: 180, extendSeconds: 180, microphone: sample.microphone !== undefined }),
    limits: () => DEFAULT_LIMITS,
    attached: () => [],
  };
  const model = new RecordingModel(deps);
  void model.lookForLeft();
  if (!sample.isLeft)
    void model.ask().then(() => steer(model, { ...sample, pass: clock.pass, block: (on) => block(on) }));
  return model;
}

interface Steering extends SampleRecording {
  readonly pass: (ms: number) => void;
  readonly block: (isBlocked: boolean) => void;
}

function steer(model: RecordingModelInstance, { seconds, hold, isKeeping, pass, block }: Steering): void {
  if (seconds !== undefined) pass(3000 + seconds * 1000);
  if (hold === 'person') model.togglePause();
  if (hold === 'hidden') model.hide(true);
  if (hold === 'page') block(true);
  if (isKeeping) void model.stop();
}

function display({ isThisTab = true, microphone, isKeeping }: SampleRecording) {
  return {
    isThisTab,
    record(listener: { onStarted(): void }) {
      listener.onStarted();
      const stop = (): Promise<void> => (isKeeping ? new Promise<void>(nothing) : Promise.resolve());
      return { ok: true, value: { type: 'video/mp4', pause: nothing, resume: nothing, stop } } as const;
    },
    onEnded: () => nothing,
    sound: {
      turnOn: () => (microphone === 'refused' ? Promise.resolve(refused('microphone-denied')) : done),
      turnOff: nothing,
      level: () => 0.6,
      onLost: () => nothing,
    },
    end: nothing,
  };
}
