import { describe, expect, it, test } from 'vitest';
import { bytesSource } from '../../../demo/receiver/checks/byteSource';
import { isMp4 } from '../../../demo/receiver/checks/mp4';
import { isWebm } from '../../../demo/receiver/checks/webm';
import { seededRandom } from '../../support/builders';
import { box, element, movie, mp4Track, WEBM, webm, webmTrack } from '../../support/videos';

const takenAsWebm = (bytes: Uint8Array): Promise<boolean> => isWebm(bytesSource(bytes));
const takenAsMp4 = (bytes: Uint8Array): Promise<boolean> => isMp4(bytesSource(bytes));
const ZIP = Buffer.from('PK\x03\x04 and more', 'latin1');

describe('a WebM', () => {
  it.each([
    ['of known size', webm()],
    ['of a recorder that was still writing', webm({ open: true })],
    ['with sound', webm({ tracks: [webmTrack(), webmTrack(2, 'A_OPUS')] })],
    ['with room left free', webm({ extra: [element(0xec, Buffer.alloc(300))] })],
  ])('%s is taken', async (_what, bytes) => {
    expect(await takenAsWebm(bytes)).toBe(true);
  });

  it.each([
    ['Matroska', webm({ docType: 'matroska' })],
    ['a name that only begins as WebM', webm({ docType: 'webmx' })],
    ['an attached file', webm({ extra: [element(0x1941a469, ZIP)] })],
    [
      'an attached file behind the frames of an open recording',
      webm({ open: true, trailing: element(0x1941a469, ZIP) }),
    ],
    ['bytes behind its end', webm({ trailing: ZIP })],
    ['a second document behind its end', webm({ trailing: webm() })],
    ['no tracks', webm({ tracks: [] })],
    ['sound only', webm({ tracks: [webmTrack(2, 'A_OPUS')] })],
    ['subtitles', webm({ tracks: [webmTrack(), webmTrack(17, 'S_TEXT/UTF8')] })],
    ['a codec nobody knows', webm({ tracks: [webmTrack(1, 'V_UNCOMPRESSED')] })],
    ['sound that says it is a picture', webm({ tracks: [webmTrack(1, 'A_OPUS')] })],
    ['encrypted tracks', webm({ tracks: [webmTrack(1, 'V_VP9', [element(0x6d80, Buffer.alloc(4))])] })],
    ['no frames', webm({ clusters: [] })],
    ['an element nobody knows', webm({ extra: [element(0x4f4f, Buffer.alloc(8))] })],
    [
      'frames before the tracks',
      webm({ tracks: [], clusters: [element(WEBM.cluster, []), element(WEBM.tracks, [webmTrack()])] }),
    ],
    ['a size far beyond its end', Buffer.concat([webm(), Buffer.from('ec0100ffffffffffff', 'hex')])],
    ['two lists of tracks', webm({ extra: [element(WEBM.tracks, [webmTrack()])] })],
  ])('with %s is not taken', async (_what, bytes) => {
    expect(await takenAsWebm(bytes)).toBe(false);
  });

  it('of millions of empty elements does not keep the receiver busy', async () => {
    const nothing = Buffer.alloc(2_000_000, Buffer.from('ec80', 'hex'));
    expect(await takenAsWebm(webm({ open: true, extra: [nothing] }))).toBe(false);
  });

  it('with a list of a hundred thousand tracks is not taken', async () => {
    expect(await takenAsWebm(webm({ tracks: [Buffer.alloc(300_000, Buffer.from('ae80', 'hex'))] }))).toBe(false);
  });
});

describe('an MP4', () => {
  const wide = (type: string, size: bigint): Buffer => {
    const head = Buffer.alloc(16);
    head.writeUInt32BE(1);
    head.write(type, 4, 'latin1');
    head.writeBigUInt64BE(size, 8);
    return head;
  };
  const deep = (levels: number): Buffer =>
    Array.from({ length: levels }).reduce<Buffer>((inside) => box('trak', inside), Buffer.alloc(0));

  it.each([
    ['of a phone', movie()],
    ['with sound and time codes', movie([mp4Track(), mp4Track('soun'), mp4Track('tmcd')])],
    ['in fragments', movie([mp4Track()], box('moof', Buffer.alloc(20)), box('mdat', Buffer.alloc(20)))],
    ['whose last box goes on to the end', Buffer.concat([movie(), Buffer.from('\0\0\0\0mdat....', 'latin1')])],
    ['with a wide size', Buffer.concat([movie(), wide('free', 16n)])],
  ])('%s is taken', async (_what, bytes) => {
    expect(await takenAsMp4(bytes)).toBe(true);
  });

  it.each([
    [
      'media at another address',
      movie([mp4Track('vide', box('url ', Buffer.from('\0\0\0\0https://elders.example/', 'latin1')))]),
    ],
    ['media under another name', movie([mp4Track('vide', box('urn ', Buffer.alloc(8)))])],
    ['subtitles', movie([mp4Track(), mp4Track('sbtl')])],
    ['a track of something else', movie([mp4Track(), mp4Track('hint')])],
    ['sound only', movie([mp4Track('soun')])],
    ['no movie', movie().subarray(0, 24 + 72)],
    ['two movies', movie([mp4Track()], box('moov', mp4Track()))],
    ['bytes behind its end', Buffer.concat([movie(), ZIP])],
    ['a box nobody knows', movie([mp4Track()], box('evil', ZIP))],
    ['a second beginning', movie([mp4Track()], box('ftyp', Buffer.alloc(16)))],
    ['a box smaller than its head', Buffer.concat([movie(), Buffer.from('\0\0\0\x04free', 'latin1')])],
    ['a size of more than all disks', Buffer.concat([movie(), wide('free', 0xffff_ffff_ffff_fff0n)])],
    [
      'a box larger than the one around it',
      movie([Buffer.concat([mp4Track(), Buffer.from('\0\0\xff\xfffree', 'latin1')])]),
    ],
    ['boxes in boxes in boxes', movie([mp4Track(), deep(2000)])],
  ])('with %s is not taken', async (_what, bytes) => {
    expect(await takenAsMp4(bytes)).toBe(false);
  });
});

test('a damaged or torn recording never fails the check', async () => {
  for (const [index, file] of [webm(), webm({ open: true }), movie()].entries()) {
    const noise = seededRandom(index + 1)(file.length);
    for (let at = 0; at < file.length; at += 1) {
      const damaged = Uint8Array.from(file, (byte, place) => (place === at ? (noise[at] ?? 0) : byte));
      for (const bytes of [file.subarray(0, at), damaged]) {
        await takenAsWebm(bytes);
        await takenAsMp4(bytes);
      }
    }
  }
});
