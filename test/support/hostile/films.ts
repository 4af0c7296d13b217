import { box, element, movie, mp4Track, WEBM, webm, webmTrack } from '../videos';
import { canary, cleaned, latin, PAGE, refused, type HostileFile } from './hostileFile';

const float = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};
const uint = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const sized = (width: number, height: number): Buffer =>
  webmTrack(1, 'V_VP9', [element(0xe0, [element(0xb0, uint(width)), element(0xba, uint(height))])]);
const about = (...members: readonly Buffer[]): Buffer => element(0x1549a966, members);
const movieHeader = (scale: number, duration: number): Buffer =>
  box('mvhd', Buffer.alloc(12), uint(scale), uint(duration), Buffer.alloc(80));
const trackHeader = (width: number, height: number): Buffer =>
  box('tkhd', Buffer.alloc(76), uint(width * 65_536), uint(height * 65_536));
const reference = (flags: number, address: string): Buffer =>
  box('url ', Buffer.of(0, 0, 0, flags), latin(`${address}\0`));
const nested = (depth: number): Buffer => {
  let inside: Buffer = Buffer.alloc(0);
  for (let turn = 0; turn < depth; turn += 1) inside = box('trak', inside);
  return inside;
};

/** Films that hold more than pictures and sound. */
export const talkingFilms = (): readonly HostileFile[] => [
  ...cleaned('video/webm', {
    'tags with words': webm({ extra: [element(0x1254c367, canary)] }),
    'a title': webm({ extra: [about(element(0x7ba9, canary))] }),
    'a date and a name of a file': webm({ extra: [about(element(0x4461, canary), element(0x7384, canary))] }),
    'very short tags': webm({ extra: [element(0x1254c367, latin('!')), element(0x1254c367, canary)] }),
    'tags behind an open cluster': webm({
      open: true,
      clusters: [element(WEBM.cluster, [element(0xe7, Buffer.of(0))], { open: true }), element(0x1254c367, canary)],
    }),
  }),
  ...cleaned('video/mp4', {
    'a place in the notes of the film': movie([mp4Track(), box('udta', box('\xa9xyz', canary))]),
    'words in the notes of a track': movie([mp4Track(), box('trak', box('udta', canary))]),
    'notes beside the film': movie([mp4Track()], box('meta', canary)),
    'notes of a maker': movie([mp4Track()], box('uuid', canary)),
    'words in free room': movie([mp4Track()], box('free', canary), box('skip', canary)),
  }),
];

/** Films that are not what they say. */
export const brokenFilms = (): readonly HostileFile[] => [
  ...refused('video/webm', {
    'an attached file': webm({ extra: [element(0x1941a469, canary)] }),
    Matroska: webm({ docType: 'matroska' }),
    'a page behind it': webm({ trailing: PAGE }),
    'no tracks': webm({ tracks: [] }),
    'a track of texts': webm({ tracks: [webmTrack(), webmTrack(17, 'S_TEXT/UTF8')] }),
    'sound without a picture': webm({ tracks: [webmTrack(2, 'A_OPUS')] }),
    'a codec that nobody plays': webm({ tracks: [webmTrack(1, 'V_MS/VFW/FOURCC')] }),
    'a track that is locked': webm({ tracks: [webmTrack(1, 'V_VP9', [element(0x6d80, canary)])] }),
    'no clusters': webm({ clusters: [] }),
    'a cluster before the tracks': webm({ tracks: [], extra: [element(WEBM.cluster, [element(0xe7, Buffer.of(0))])] }),
    chapters: webm({ extra: [element(0x1043a770, canary)] }),
    'half a day': webm({ extra: [about(element(0x4489, float(43_200_000)))] }),
    '31 minutes': webm({ extra: [about(element(0x4489, float(1_860_000)))] }),
    'a duration beyond all': webm({ extra: [about(element(0x4489, float(Infinity)))] }),
    '20,000 by 20': webm({ tracks: [sized(20_000, 20)] }),
    '16,000 by 16,000': webm({ tracks: [sized(16_000, 16_000)] }),
  }),
  ...refused('video/mp4', {
    'media at an address': movie([mp4Track('vide', reference(0, 'https://elders.example/'))]),
    'media in a file': movie([mp4Track('vide', reference(0, 'file:///etc/passwd'))]),
    'a second reference, elsewhere': movie([
      mp4Track('vide', Buffer.concat([reference(1, ''), reference(0, 'https://elders.example/')])),
    ]),
    'a page behind it': Buffer.concat([movie(), PAGE]),
    'no picture': movie([mp4Track('soun')]),
    'a track of texts': movie([mp4Track(), mp4Track('text')]),
    'a track with a script': movie([mp4Track(), mp4Track('sdsm')]),
    'two films in one': movie([mp4Track()], box('moov', mp4Track())),
    'no film': box('ftyp', latin('isom\0\0\x02\0isommp42')),
    'a box that nobody knows': movie([mp4Track()], box('evil', canary)),
    'a box of 4 GB': Buffer.concat([movie(), latin('\xff\xff\xff\xffmdat')]),
    'a box of no size at all': Buffer.concat([movie(), latin('\0\0\0\x04mdat')]),
    'boxes in boxes in boxes': movie([nested(400)]),
    'half a day': movie([movieHeader(1000, 43_200_000), mp4Track()]),
    '20,000 by 20': movie([box('trak', trackHeader(20_000, 20)), mp4Track()]),
    '16,000 by 16,000': movie([box('trak', trackHeader(16_000, 16_000)), mp4Track()]),
  }),
];
