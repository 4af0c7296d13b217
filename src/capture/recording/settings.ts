/** What the host decides about recordings. */
export interface RecordingSettings {
  /** Seconds that a recording may last. */
  readonly seconds: number;
  /** Seconds that one extension adds. */
  readonly extendSeconds: number;
  /** Whether the microphone is asked for when a recording starts. The person can turn it on or off either way. */
  readonly microphone: boolean;
}
