import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** A file or folder that PGlite has open. A folder's stream has no descriptor. */
interface OpenStream {
  readonly nfd?: number | null;
  readonly node: unknown;
}

/** The part of Emscripten's NODEFS that is completed here. */
interface NodeFolders {
  readonly stream_ops: { fsync?: (stream: OpenStream) => number };
  realPath(node: unknown): string;
}

/**
 * PGlite's file system with a working fsync. Stock NODEFS has no such callback, so PostgreSQL's own calls vanish
 * and a power cut loses acknowledged rows (pglite#1107).
 * The callback must be in place before initdb and recovery: installed after the start it still loses.
 */
export class DurableNodeFs extends NodeFS {
  /** How often bytes were really pushed to the disk. The self-check reads it. */
  readonly synced = { files: 0, folders: 0 };

  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(...given);
    started.emscriptenOpts.preRun?.push((module) => {
      const folders = module.NODEFS as unknown as NodeFolders; // Emscripten's types leave these two members out
      folders.stream_ops.fsync = (stream) => this.#sync(stream, folders);
    });
    return started;
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
