const FORM = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d)?)S)?)?$/;

/** How long a duration of a hint document lasts, in milliseconds; a text that is none lasts for ever. */
export function durationMs(duration: string): number {
  const parts = FORM.exec(duration);
  if (parts === null) return Infinity;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}
