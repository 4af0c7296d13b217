/** The codes that a disk would give: to who asked it is the same. */
const CODES = { full: 'ENOSPC', away: 'EAGAIN' } as const;

/** The store of bytes has no room, or can't be asked now. Nothing was kept of what it was asked to keep. */
export class S3Trouble extends Error {
  override readonly name = 'S3Trouble';
  readonly code: 'ENOSPC' | 'EAGAIN';

  constructor(kind: keyof typeof CODES, message: string) {
    super(message);
    this.code = CODES[kind];
  }
}
