/** After this long without a sign of life a stream counts as down. A receiver gives one every 15 s. Milliseconds. */
export const QUIET_MS = 40_000;
