import { Refusal } from './problem';

/** After this long a sender may try again: a disk is not emptied in seconds, a server that restarts is soon back. */
const [FULL_SECONDS, AWAY_SECONDS] = ['60', '5'];

/** Codes of the file system, which a store of bytes gives too (`BlobStore`), and `disk_full` of the database. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
/**
 * A server behind us can't be asked now: codes of a socket and of a name that leads nowhere for a moment, `EAGAIN` of a store of bytes, and of PostgreSQL those of a broken connection (class 08), of a server that stops,
 * starts or recovers (57P01 to 57P03), and of one that has no connection left (53300).
 */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
/** What `pg` says without a code. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The refusal for an error that is no mistake of the caller or of ours: no space left, or a server behind us is away. A repeat will do. Nothing for any other error. */
export function troubleOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (FULL.has(code))
    return new Refusal('storage-full', 'There is no space left here; what was acknowledged is kept', {
      headers: { 'retry-after': FULL_SECONDS },
    });
  if (AWAY.has(code) || code.startsWith('08') || AWAY_WORDS.test(error.message))
    return new Refusal('maintenance', 'Something behind this receiver is away for a moment; a repeat will do', {
      headers: { 'retry-after': AWAY_SECONDS },
    });
  return troubleOf(error.cause); // the query builder wraps what the database said
}
