import { describe, expect, it } from 'vitest';
import { bestFormat } from '../../../../src/capture/recording/browser/recordStream';

const writes = (...formats: readonly string[]) => ({ isTypeSupported: (asked: string) => formats.includes(asked) });

const CHROMIUM = writes(
  'video/mp4;codecs=avc1,opus',
  'video/mp4;codecs=avc1',
  'video/webm;codecs=vp9,opus',
  'video/webm;codecs=vp9',
);
const FIREFOX = writes('video/webm;codecs=vp8,opus', 'video/webm;codecs=vp8', 'video/webm');

describe('the format of a recording', () => {
  it('is MP4 where the browser writes it, else the best WebM', () => {
    expect(bestFormat(CHROMIUM, true)).toBe('video/mp4;codecs=avc1,opus');
    expect(bestFormat(FIREFOX, true)).toBe('video/webm;codecs=vp8,opus');
  });

  it('promises no sound on a computer without a sound card: Firefox would wait for it and write nothing', () => {
    expect(bestFormat(CHROMIUM, false)).toBe('video/mp4;codecs=avc1');
    expect(bestFormat(FIREFOX, false)).toBe('video/webm;codecs=vp8');
  });

  it('is none where the browser writes none of ours', () => {
    expect(bestFormat(writes('video/ogg'), true)).toBeUndefined();
  });
});
