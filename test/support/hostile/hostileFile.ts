/** A file that should not come through, or not as it is. */
export interface HostileFile {
  readonly name: string;
  /** What it says it is. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** `refused`: nobody sees the bytes. `clean`: seen, but without `CANARY`. */
  readonly becomes: 'refused' | 'clean';
}

/** Stands in every place where a file may hold more than can be seen. */
export const CANARY = 'Kanarie-Janssen-19500312';

/** A text as bytes. */
export const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
/** The canary as bytes. */
export const canary = latin(CANARY);
/** A page with a script. */
export const PAGE = latin(`<script>alert('${CANARY}')</script>`.padEnd(600));
/** Files that nobody may see. */
export const refused = (type: string, files: Readonly<Record<string, Uint8Array>>): readonly HostileFile[] =>
  Object.entries(files).map(([name, bytes]) => ({ name: `${type}: ${name}`, type, bytes, becomes: 'refused' }));
/** Files that are seen without what was hidden in them. */
export const cleaned = (type: string, files: Readonly<Record<string, Uint8Array>>): readonly HostileFile[] =>
  Object.entries(files).map(([name, bytes]) => ({ name: `${type}: ${name}`, type, bytes, becomes: 'clean' }));
