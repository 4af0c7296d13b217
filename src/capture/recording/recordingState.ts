/**
 * Where a recording stands:
 *
 *            ask           grant            start             stop, end
 *     idle ───────▶ asking ───────▶ counting ───────▶ recording ───────▶ keeping ──▶ idle
 *      │ ▲            │ refuse        │ discard, end    │ pause  ▲ resume   ▲ kept, fail
 *      │ └────────────┴───────────────┘                 ▼        │          │
 *      │                                              paused ────┘ ─────────┤ stop, end
 *      └── recover (left by a crash) ───────────────────────────────────────┘
 *
 * Discarding ends every state but `keeping`. What was kept is an attachment of the question: it is looked at and trimmed there.
 */
export type RecordingState = 'idle' | 'asking' | 'counting' | 'recording' | 'paused' | 'keeping';

/** What may happen to a recording. `end`: the display ended by itself. */
export type RecordingEvent =
  | 'ask'
  | 'refuse'
  | 'grant'
  | 'start'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'end'
  | 'discard'
  | 'kept'
  | 'fail'
  | 'recover';

/** The table: what is not in it does not happen. */
export const RECORDING_STATES: Readonly<
  Record<RecordingState, Readonly<Partial<Record<RecordingEvent, RecordingState>>>>
> = {
  idle: { ask: 'asking', recover: 'keeping' },
  asking: { grant: 'counting', refuse: 'idle' },
  counting: { start: 'recording', discard: 'idle', end: 'idle', fail: 'idle' },
  recording: { pause: 'paused', stop: 'keeping', end: 'keeping', discard: 'idle' },
  paused: { resume: 'recording', stop: 'keeping', end: 'keeping', discard: 'idle' },
  keeping: { kept: 'idle', fail: 'idle' },
};

/** Gives the next state; nothing when the event has no place in this one. */
export const nextState = (state: RecordingState, event: RecordingEvent): RecordingState | undefined =>
  RECORDING_STATES[state][event];

/** Tells whether a recording is under way: the panel steps aside and the bar is shown. */
export const isUnderWay = (state: RecordingState): boolean =>
  state === 'counting' || state === 'recording' || state === 'paused';
