import { mp4DurationMs } from './mp4Duration';
import { repairedWebm, type Film } from './webmDuration';

/**
 * Gives a film the time that it really lasts, from its own last picture: a recorder on a busy machine writes more or less than the clock says.
 * A WebM that does not tell is told; what is not understood comes back as it is.
 */
export function repairedFilm(bytes: ArrayBuffer, toldMs: number): Film {
  const mp4Ms = mp4DurationMs(bytes);
  return mp4Ms === undefined ? repairedWebm(bytes, toldMs) : { bytes, durationMs: Math.round(mp4Ms) };
}
