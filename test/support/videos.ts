/** Recordings for tests, written element by element, so that they can be wrong in just the way that is asked. They hold no frames. */

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** An element of a WebM. `open` leaves its size unknown, as a recorder that is still writing does. */
export function element(id: number, content: Buffer | readonly Buffer[], { open = false } = {}): Buffer {
  const inside = Array.isArray(content) ? Buffer.concat(content) : (content as Buffer); // the other half of the union
  const name = Buffer.from(id.toString(16).padStart(2, '0'), 'hex');
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(open ? 0x01ff_ffff_ffff_ffffn : 0x0100_0000_0000_0000n + BigInt(inside.length));
  return Buffer.concat([name, size, inside]);
}

/** Ids of the elements that tests name. */
export const WEBM = { ebml: 0x1a45dfa3, segment: 0x18538067, tracks: 0x1654ae6b, cluster: 0x1f43b675 } as const;

/** What a WebM is made of. */
export interface WebmParts {
  readonly docType?: string;
  readonly tracks?: readonly Buffer[];
  /** Between the tracks and the first cluster. */
  readonly extra?: readonly Buffer[];
  readonly clusters?: readonly Buffer[];
  /** Behind everything, also behind the segment. */
  readonly trailing?: Buffer;
  readonly open?: boolean;
}

/** A track of a WebM. */
export const webmTrack = (type = 1, codec = 'V_VP9', more: readonly Buffer[] = []): Buffer =>
  element(0xae, [element(0xd7, Buffer.of(1)), element(0x83, Buffer.of(type)), element(0x86, bytesOf(codec)), ...more]);

/** Makes a WebM: by default one that a recorder could have written. `frameBytes` decides how large it is. */
export function webm(parts: WebmParts = {}, frameBytes = 200): Buffer {
  const { docType = 'webm', tracks = [webmTrack()], extra = [], open = false } = parts;
  const frame = element(0xa3, Buffer.concat([Buffer.of(0x81, 0, 0, 0x80), Buffer.alloc(frameBytes, 7)]));
  const { clusters = [element(WEBM.cluster, [element(0xe7, Buffer.of(0)), frame], { open })] } = parts;
  const header = element(WEBM.ebml, [element(0x42f7, Buffer.of(1)), element(0x4282, bytesOf(docType))]);
  const inside = [...(tracks.length > 0 ? [element(WEBM.tracks, tracks)] : []), ...extra, ...clusters];
  return Buffer.concat([header, element(WEBM.segment, inside, { open }), parts.trailing ?? Buffer.alloc(0)]);
}

/** A box of an MP4. */
export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

/** A track of an MP4: what it holds, and where its media are. */
export function mp4Track(handler = 'vide', reference = box('url ', Buffer.of(0, 0, 0, 1))): Buffer {
  const hdlr = box('hdlr', Buffer.alloc(8), bytesOf(handler), Buffer.alloc(13));
  const dref = box('dref', Buffer.of(0, 0, 0, 0, 0, 0, 0, 1), reference);
  return box('trak', box('mdia', hdlr, box('minf', box('dinf', dref))));
}

/** Makes an MP4: by default one that a phone could have written. */
export function movie(tracks: readonly Buffer[] = [mp4Track()], ...more: readonly Buffer[]): Buffer {
  const ftyp = box('ftyp', bytesOf('isom'), Buffer.of(0, 0, 2, 0), bytesOf('isommp42'));
  return Buffer.concat([ftyp, box('mdat', Buffer.alloc(64, 7)), box('moov', ...tracks), ...more]);
}
