import { describe, expect, it } from 'vitest';
import {
  isUnderWay,
  nextState,
  RECORDING_STATES,
  type RecordingEvent,
  type RecordingState,
} from '../../../../src/capture/recording/recordingState';

const ROWS: readonly (readonly [RecordingState, RecordingEvent, RecordingState])[] = [
  ['idle', 'ask', 'asking'],
  ['idle', 'recover', 'keeping'],
  ['asking', 'grant', 'counting'],
  ['asking', 'refuse', 'idle'],
  ['counting', 'start', 'recording'],
  ['counting', 'discard', 'idle'],
  ['counting', 'end', 'idle'],
  ['counting', 'fail', 'idle'],
  ['recording', 'pause', 'paused'],
  ['recording', 'stop', 'keeping'],
  ['recording', 'end', 'keeping'],
  ['recording', 'discard', 'idle'],
  ['paused', 'resume', 'recording'],
  ['paused', 'stop', 'keeping'],
  ['paused', 'end', 'keeping'],
  ['paused', 'discard', 'idle'],
  ['keeping', 'kept', 'idle'],
  ['keeping', 'fail', 'idle'],
];
const STATES = Object.keys(RECORDING_STATES) as readonly RecordingState[]; // the keys of the table
const EVENTS = [...new Set(ROWS.map(([, event]) => event))];

describe('where a recording stands', () => {
  it.each(ROWS)('%s, after %s: %s', (state, event, next) => {
    expect(nextState(state, event)).toBe(next);
  });

  it('knows no other ways', () => {
    const others = STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)).filter(
      ([state, event]) => !ROWS.some((row) => row[0] === state && row[1] === event),
    );
    expect(others.filter(([state, event]) => nextState(state, event) !== undefined)).toEqual([]);
  });

  it('never gets stuck: from every state there is a way back to rest', () => {
    const reaches = (state: RecordingState, seen: readonly RecordingState[] = []): boolean =>
      state === 'idle' ||
      Object.values(RECORDING_STATES[state]).some((next) => !seen.includes(next) && reaches(next, [...seen, state]));
    expect(STATES.filter((state) => !reaches(state))).toEqual([]);
  });

  it('is under way from the first second counted until it is stopped', () => {
    expect(STATES.filter(isUnderWay)).toEqual(['counting', 'recording', 'paused']);
  });
});
