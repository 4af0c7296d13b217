import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** A file or folder that PGlite has open. A folder's stream has no descriptor. */
interface OpenStream {
  readonly nfd?: number | null;
  readonly node: unknown;
}

/** The part of Emscripten's NODEFS that is completed here. */
interface NodeFolders {
  readonly stream_ops: {
    fsync?: (stream: OpenStream) => number;
    write(stream: OpenStream, ...given: readonly unknown[]): number;
  };
  realPath(node: unknown): string;
}

/** A file of the log, in which every commit is written first. */
const LOG = /[\\/]pg_wal[\\/]/;

/**
 * PGlite's file system with a working fsync. Stock NODEFS has no such callback, so PostgreSQL's own calls vanish
 * and a power cut loses acknowledged rows (pglite#1107).
 * The callback must be in place before initdb and recovery: installed after the start it still loses.
 *
 * A push that failed is never tried again: the kernel may have dropped what it could not write, and a second push would succeed without it
 * (https://wiki.postgresql.org/wiki/Fsync_Errors). And when the log itself can't be written, PostgreSQL gives up on purpose, which makes PGlite
 * stand still with everything that was asked of it. In both cases `onBroken` has to end the process: the next start recovers from the log.
 */
export class DurableNodeFs extends NodeFS {
  /** How often bytes were really pushed to the disk. The self-check reads it. */
  readonly synced = { files: 0, folders: 0 };
  readonly #onBroken: (cause: unknown) => void;

  constructor(folder: string, onBroken: (cause: unknown) => void) {
    super(folder);
    this.#onBroken = onBroken;
  }

  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(...given);
    started.emscriptenOpts.preRun?.push((module) => {
      const folders = module.NODEFS as unknown as NodeFolders; // Emscripten's types leave these two members out
      const { write } = folders.stream_ops;
      folders.stream_ops.fsync = (stream) => this.#orBroken(() => this.#sync(stream, folders));
      folders.stream_ops.write = (stream, ...given) =>
        LOG.test(folders.realPath(stream.node))
          ? this.#orBroken(() => write(stream, ...given))
          : write(stream, ...given);
    });
    return started;
  }

  #orBroken(work: () => number): number {
    try {
      return work();
    } catch (error) {
      this.#onBroken(error);
      throw error;
    }
  }

  #sync(stream: OpenStream, folders: NodeFolders): number {
    if (stream.nfd !== undefined && stream.nfd !== null) {
      fsyncSync(stream.nfd);
      this.synced.files += 1;
      return 0;
    }
    syncFolder(folders.realPath(stream.node));
    this.synced.folders += 1;
    return 0;
  }
}

/** Makes the names in a folder durable: what was created, renamed or removed in it. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
