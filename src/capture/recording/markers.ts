import type { Marker } from '../../protocol/submission';
import { elapsedAt, isRecordedAt, type Stopwatch } from './recordingClock';

/** Something that happened on the page. Structure only: the name is static and scrubbed by whoever tells. */
export interface Happening {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: Marker['kind'];
  readonly name: string;
}

/** The receiver takes no more. */
const MOST_MARKERS = 200;

/** Adds a happening to the markers of a recording; what happened in a pause is not on it. */
export function withHappening(markers: readonly Marker[], happening: Happening, watch: Stopwatch): readonly Marker[] {
  if (markers.length >= MOST_MARKERS || !isRecordedAt(watch, happening.at)) return markers;
  const { at, kind, name } = happening;
  const marker: Marker = { atMs: Math.round(elapsedAt(watch, at)), kind, name };
  const before = markers.filter(({ atMs }) => atMs <= marker.atMs);
  return [...before, marker, ...markers.slice(before.length)];
}
