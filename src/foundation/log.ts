/** Where developers are told about something. Never holds text of a user or of the page. */
export interface Log {
  warn(code: string, message: string): void;
  error(code: string, message: string, cause?: unknown): void;
}

/** Says nothing. */
export const silentLog: Log = { warn: () => undefined, error: () => undefined };
