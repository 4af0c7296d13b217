/** Exit code of a process whose surroundings are wrong (`EX_CONFIG` of sysexits.h). */
export const EXIT_NOT_DURABLE = 78;
/** Exit code of a process that lost its disk (`EX_IOERR`): started again, it recovers. */
export const EXIT_DISK_LOST = 74;

/** Says in one sentence why the receiver won't start: what it would acknowledge could be lost. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
