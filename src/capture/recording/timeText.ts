/** The parts of a time as a clock shows it: minutes without and seconds with a leading zero. */
export function clockParts(ms: number): { readonly m: string; readonly s: string } {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return { m: String(Math.floor(seconds / 60)), s: String(seconds % 60).padStart(2, '0') };
}

/** A time as a clock shows it: `0:24`. */
export function clockText(ms: number): string {
  const { m, s } = clockParts(ms);
  return `${m}:${s}`;
}
