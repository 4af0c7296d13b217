import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairedWebm } from '../../../../src/capture/repair/webmDuration';

const bytesOf = (hex: string): readonly number[] => hex.split(' ').map((pair) => Number.parseInt(pair, 16));
const file = (...parts: readonly (string | readonly number[])[]): ArrayBuffer =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? bytesOf(part) : part))).buffer;

const HEAD = '1a 45 df a3 84 42 86 81 01';
const SEGMENT = '18 53 80 67 01 ff ff ff ff ff ff ff';
const SCALE = '2a d7 b1 83 0f 42 40'; // 1,000,000 ns
const CLUSTER = '1f 43 b6 75 01 ff ff ff ff ff ff ff e7 81 00 bf 84 81 00 00 80';
/** Without a picture: then the clock is believed. */
const repairedTo = (bytes: ArrayBuffer, ms: number): ArrayBuffer => repairedWebm(bytes, ms).bytes;
const INFO = ['15 49 a9 66 8a', SCALE, '4d 80 80'] as const;
const hexOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex');
const duration = (ms: number): string => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, ms);
  return `448988${hexOf(view.buffer)}`;
};

describe('the duration of a WebM', () => {
  it('is put where players look for it; all pictures stay', () => {
    const repaired = hexOf(repairedTo(file(HEAD, SEGMENT, ...INFO, CLUSTER), 12_345));
    expect(repaired).toContain(`1549a96601000000000000${'15'}2ad7b1830f42404d8080${duration(12_345)}`);
    expect(repaired.endsWith(CLUSTER.replaceAll(' ', ''))).toBe(true);
    expect(repaired.startsWith(`${HEAD} ${SEGMENT}`.replaceAll(' ', ''))).toBe(true);
  });

  it('replaces one that a recorder guessed', () => {
    const guessed = file(HEAD, SEGMENT, '15 49 a9 66 92', SCALE, '44 89 88 00 00 00 00 00 00 00 00', CLUSTER);
    const repaired = hexOf(repairedTo(guessed, 500));
    expect(repaired.split('448988')).toHaveLength(2);
    expect(repaired).toContain(duration(500));
  });

  it('is counted in the units of the file', () => {
    const tenth = file(HEAD, SEGMENT, '15 49 a9 66 87', '2a d7 b1 83 01 86 a0', CLUSTER); // 100,000 ns
    expect(hexOf(repairedTo(tenth, 500))).toContain(duration(5000));
  });

  it('blanks a list of places that would be wrong now, and moves nothing', () => {
    const seek = '11 4d 9b 74 8b 4d bb 88 53 ab 84 15 49 a9 66 00 00'.slice(0, 47);
    const repaired = hexOf(repairedTo(file(HEAD, SEGMENT, seek, ...INFO, CLUSTER), 1000));
    expect(repaired).not.toContain('114d9b74');
    expect(repaired).toContain(`${SEGMENT.replaceAll(' ', '')}ec01`);
    expect(repaired).toContain(duration(1000));
  });

  it('is where its own last picture is, however late the recorder was', () => {
    const block = (ms: number): string =>
      `a3 84 81 ${(ms >> 8).toString(16).padStart(2, '0')} ${(ms & 255).toString(16).padStart(2, '0')} 80`;
    const cluster = (at: string): string => `1f 43 b6 75 01 ff ff ff ff ff ff ff e7 82 ${at}`;
    const clusters = [
      cluster('00 00'),
      block(0),
      block(900),
      cluster('03 e8'),
      block(0),
      `a0 86 ${block(500).replace('a3', 'a1')}`,
    ];
    const late = repairedWebm(file(HEAD, SEGMENT, ...INFO, ...clusters), 1000);
    expect(late.durationMs).toBe(1500);
    expect(hexOf(late.bytes)).toContain(duration(1500));
    const cut = repairedWebm(file(HEAD, SEGMENT, ...INFO, ...clusters.slice(0, 3), 'a3 84 81'), 5000);
    expect(cut.durationMs).toBe(900);
  });

  it('leaves what it does not understand as it is', () => {
    const known = file(HEAD, '18 53 80 67 90', ...INFO); // a segment with a size: somebody finished it
    const mp4 = file('00 00 00 18 66 74 79 70');
    for (const bytes of [known, mp4, new ArrayBuffer(0), file(HEAD, SEGMENT), file(HEAD, SEGMENT, '15 49')])
      expect(repairedTo(bytes, 1000)).toBe(bytes);
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (tail) => {
        const given = file(HEAD, SEGMENT, [...tail]);
        expect(repairedTo(given, 1000).byteLength).toBeGreaterThanOrEqual(given.byteLength);
      }),
    );
  });
});
