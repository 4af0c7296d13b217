import type { Undo } from '../../../foundation/lifetime';
import { fail, succeed, type Failure, type Result } from '../../../foundation/result';
import type { Sound } from '../ports';

/** Sound that is recorded from the start as silence, so that a microphone may come and go: a recorder takes no new tracks. */
export interface MixedSound extends Sound {
  /** Its one track; nothing where the browser plays no sound now. */
  track(): MediaStreamTrack | undefined;
  end(): void;
}

/** Creates the mixer. Without sound in this browser there is no track, and the microphone says that it is missing. */
export function mixAudio(view: Window & typeof globalThis): MixedSound {
  const mixer = createMixer(view);
  const losses = new Set<() => void>();
  let microphone: { readonly end: Undo } | undefined;

  const turnOff = (): void => {
    microphone?.end();
    microphone = undefined;
  };
  const join = ({ context, entrance }: Mixer, stream: MediaStream): void => {
    const source = context.createMediaStreamSource(stream);
    source.connect(entrance);
    const [track] = stream.getAudioTracks();
    const lose = (): void => losses.forEach((listener) => listener());
    track?.addEventListener('ended', lose);
    const end = (): void => {
      track?.removeEventListener('ended', lose);
      source.disconnect();
      stream.getTracks().forEach((one) => one.stop());
    };
    microphone = { end };
  };

  return {
    track: () => (mixer?.context.state === 'running' ? mixer.exit.stream.getAudioTracks()[0] : undefined),
    async turnOn() {
      if (mixer?.context.state !== 'running') return MISSING;
      const asked = await askMicrophone(view);
      if (!asked.ok) return asked;
      turnOff();
      if (mixer.context.state === 'running') join(mixer, asked.value);
      else asked.value.getTracks().forEach((one) => one.stop()); // ended while the person was asked
      return succeed(undefined);
    },
    turnOff,
    level: () => (mixer ? loudness(mixer) : 0),
    onLost(listener) {
      losses.add(listener);
      return () => losses.delete(listener);
    },
    end() {
      turnOff();
      if (mixer && mixer.context.state !== 'closed') void mixer.context.close();
    },
  };
}

interface Mixer {
  readonly context: AudioContext;
  readonly entrance: AnalyserNode;
  readonly exit: MediaStreamAudioDestinationNode;
}

function createMixer(view: Window & Partial<Pick<typeof globalThis, 'AudioContext'>>): Mixer | undefined {
  if (!view.AudioContext) return undefined;
  try {
    const context = new view.AudioContext();
    const entrance = context.createAnalyser();
    entrance.fftSize = 512;
    const exit = context.createMediaStreamDestination();
    entrance.connect(exit);
    void context.resume().catch(() => undefined); // then there is no track, and the recording has no sound
    return { context, entrance, exit };
  } catch {
    return undefined; // too many contexts on this page, or sound is switched off
  }
}

/** Speech is quiet as numbers: this much fills the meter. */
const FULL = 0.25;

function loudness({ entrance }: Mixer): number {
  const samples = new Float32Array(entrance.fftSize);
  entrance.getFloatTimeDomainData(samples);
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.min(1, Math.sqrt(power) / FULL);
}

const MISSING = fail({ code: 'microphone-missing', message: 'There is no microphone, or no way to hear it.' });

const CODES: Readonly<Record<string, string>> = {
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
};

async function askMicrophone(view: Window): Promise<Result<MediaStream, Failure>> {
  try {
    return succeed(await view.navigator.mediaDevices.getUserMedia({ audio: true }));
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    return fail({ code: CODES[name] ?? 'microphone-failed', message: 'The microphone did not come.', cause });
  }
}
