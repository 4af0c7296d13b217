/**
 * A disk whose power can be cut: an ext4 file system in a file, mounted through a loop device. At a cut the file system takes nothing more, so
 * what was not pushed to the disk until then is not there when it is mounted again. The kernel pushes by itself too, but only after half a minute,
 * and its journal after five: a trial is shorter than that.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, truncateSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that is mounted. */
export interface PowerDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Pushes everything: what is there now is there for good. */
  push(): void;
  /** Pushes this share of the files, as a kernel does that is cut off in the middle of it. */
  pushSome(chance: () => number, share: number): void;
  /** From now on it takes nothing more, and gives nothing. */
  cut(): void;
  /** Gives the power back. Nobody may have a file of it open. */
  mount(): void;
  remove(): Promise<void>;
}

const SIZE_BYTES = 1024 * 1_048_576; // a sparse file: only what is written takes room
const COMMIT_SECONDS = 300;
/** `EXT4_IOC_SHUTDOWN` with `EXT4_GOING_FLAGS_NOLOGFLUSH`: the journal is not written out either. */
const SHUT_DOWN = 'open(my $d, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl($d, 0x8004587D, $how) or die $!';

/** Whether this process may mount, and in a mount table of its own, so that nothing stays behind when it ends. */
export function mayMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    execFileSync('mkfs.ext4', ['-V'], { stdio: 'ignore' });
    execFileSync('losetup', ['--find'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not root, not Linux, or without loop devices
  }
}

/** Makes a disk and mounts it. */
export function createPowerDisk(): PowerDisk {
  const root = mkdtempSync(join(tmpdir(), 'support-disk-'));
  const [image, folder] = [join(root, 'image'), join(root, 'mounted')];
  chmodSync(root, 0o711); // a database server is not root, and comes through here
  mkdirSync(folder);
  closeSync(openSync(image, 'wx'));
  truncateSync(image, SIZE_BYTES);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
  const mount = (): void =>
    void execFileSync('mount', ['-o', `loop,commit=${COMMIT_SECONDS}`, image, folder], { stdio: 'pipe' });
  const unmount = (): void => void execFileSync('umount', [folder], { stdio: 'pipe' });
  mount();
  let isCut = false;

  return {
    folder,
    push: () => void execFileSync('sync', ['--file-system', folder]),
    pushSome(chance, share) {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
        if (entry.isFile() && chance() < share) pushFile(join(entry.parentPath, entry.name));
    },
    cut() {
      execFileSync('perl', ['-e', SHUT_DOWN, folder]);
      isCut = true;
    },
    mount() {
      if (isCut) unmount();
      mount();
      isCut = false;
    },
    async remove() {
      unmount();
      await rm(root, { recursive: true, force: true });
    },
  };
}

function pushFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
