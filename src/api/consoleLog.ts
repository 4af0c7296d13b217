import type { Log } from '../foundation/log';

/* oxlint-disable no-console -- this is the one place where the host's developer is told */
/** Writes to the developer's console: codes and advice, never anything a person typed. */
export const createConsoleLog = (): Log => ({
  warn: (code, message) => console.warn(`[cliendo-support] ${code}: ${message}`),
  error: (code, message, cause) =>
    console.error(`[cliendo-support] ${code}: ${message}`, ...(cause === undefined ? [] : [cause])),
});
