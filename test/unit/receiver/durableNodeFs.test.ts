import { describe, expect, it, vi } from 'vitest';
import { DurableNodeFs } from '../../../demo/receiver/adapters/pglite/durableNodeFs';

const noSpace = (): never => {
  throw Object.assign(new Error('A test.'), { code: 'ENOSPC' });
};

/** PGlite's file system as it is just before the database starts, on files that are not there. */
async function started(write: () => number) {
  const onBroken = vi.fn();
  const { emscriptenOpts } = await new DurableNodeFs('/nowhere', onBroken).init({} as never, {}); // it looks at neither
  const streams: { write(stream: unknown): number; fsync(stream: unknown): number } = { write, fsync: () => -1 };
  const NODEFS = { stream_ops: streams, realPath: (node: unknown) => String(node) };
  const complete = emscriptenOpts.preRun?.at(-1) as unknown as (module: { NODEFS: unknown }) => void; // the last one is ours
  complete({ NODEFS });
  return { onBroken, files: streams };
}

describe('the files of PGlite', () => {
  it('a log that can not be written ends the receiver: PGlite would stand still', async () => {
    const { onBroken, files } = await started(noSpace);
    expect(() => files.write({ node: '/data/database/pg_wal/000000010000000000000002' })).toThrow('A test.');
    expect(onBroken).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'ENOSPC' }));
  });

  it('a table that can not grow does not: its transaction fails, and that is all', async () => {
    const { onBroken, files } = await started(noSpace);
    expect(() => files.write({ node: '/data/database/base/5/1259' })).toThrow('A test.');
    expect(onBroken).not.toHaveBeenCalled();
  });

  it('what is written is written', async () => {
    const { onBroken, files } = await started(() => 8192);
    expect(files.write({ node: '/data/database/pg_wal/000000010000000000000001' })).toBe(8192);
    expect(onBroken).not.toHaveBeenCalled();
  });

  it('a push to the disk that fails ends the receiver: a second one would succeed without what was lost', async () => {
    const { onBroken, files } = await started(() => 0);
    expect(() => files.fsync({ nfd: 1_000_000, node: '/data/database/base/5/1259' })).toThrow(/EBADF/);
    expect(() => files.fsync({ node: '/nowhere/at/all' })).toThrow(/ENOENT/);
    expect(onBroken).toHaveBeenCalledTimes(2);
  });
});
