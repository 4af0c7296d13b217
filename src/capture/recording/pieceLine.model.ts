import type { Id } from '../../foundation/id';
import { succeed, type Failure, type Result } from '../../foundation/result';
import type { PieceKeeper, RecordingHead } from './ports';

/** The pieces of one recording on their way to the device, one after the other. */
export interface PieceLine {
  /** Keeps a piece after those before it. */
  add(bytes: ArrayBuffer, head: RecordingHead): void;
  /** Gives the whole file when all is settled, with what the device had no room for; nothing when it is empty. */
  whole(id: Id): Promise<Result<ArrayBuffer | undefined>>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** Creates the line. `onRefused` is told once, when the device keeps no more: what comes after that stays in memory. */
export function createPieceLine(keeper: PieceKeeper, onRefused: (problem: Failure) => void): PieceLine {
  let last: Promise<void> = Promise.resolve();
  let index = 0;
  const unkept: ArrayBuffer[] = [];
  const keep = async (bytes: ArrayBuffer, head: RecordingHead): Promise<void> => {
    if (unkept.length > 0) return void unkept.push(bytes);
    const kept = await keeper.add({ index, bytes }, head);
    if (kept.ok) {
      index += 1;
      return;
    }
    unkept.push(bytes);
    onRefused(kept.problem);
  };
  return {
    add(bytes, head) {
      last = last.then(() => keep(bytes, head));
    },
    settled: () => last,
    async whole(id) {
      await last;
      const read = index > 0 ? await keeper.read(id) : succeed(undefined);
      if (!read.ok) return read;
      const parts = [...(read.value ? [read.value] : []), ...unkept];
      return succeed(parts.length > 0 ? joined(parts) : undefined);
    },
  };
}

/** Puts pieces together. */
export function joined(pieces: readonly ArrayBuffer[]): ArrayBuffer {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(new Uint8Array(piece), at);
    at += piece.byteLength;
  }
  return whole.buffer;
}
