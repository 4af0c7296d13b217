import { readElement, type Element } from '../webm';

const INFO = 0x1549a966;
const TAGS = 0x1254c367;
const CLUSTER = 0x1f43b675;
/** Title, date, names of the file, of the one before and of the one after. */
const IN_INFO: ReadonlySet<number> = new Set([0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb]);
const VOID = 0xec;

/** Wipes a WebM's titles, dates and tags where they stand, so that everything else stays at its place. It was walked before: it is whole. */
export function blankWebm(bytes: Uint8Array): Uint8Array {
  const clean = Uint8Array.from(bytes);
  const segment = readElement(clean, readElement(clean, 0)?.end ?? clean.length);
  if (segment !== undefined) blankElements(clean, segment.start, segment.end ?? clean.length);
  return clean;
}

function blankElements(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to;) {
    const element = readElement(bytes, at);
    if (element === undefined) return;
    const end = element.end ?? (element.id === CLUSTER ? element.start : to); // a cluster that is open is walked through
    if (element.id === INFO) blankElements(bytes, element.start, end);
    if (element.id === TAGS || IN_INFO.has(element.id)) blank(bytes, at, { ...element, end });
    at = end;
  }
}

/** Writes an element of the same length that says nothing. */
function blank(bytes: Uint8Array, at: number, { end }: Element & { readonly end: number }): void {
  const length = end - at;
  bytes.fill(0, at, end);
  bytes[at] = VOID;
  if (length < 9) {
    bytes[at + 1] = 0x80 + (length - 2);
    return;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setBigUint64(at + 1, 0x0100_0000_0000_0000n + BigInt(length - 9));
}
