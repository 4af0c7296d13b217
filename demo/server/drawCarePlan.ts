import { crc32, deflateSync } from 'node:zlib';

/** Twice the width of a card, for sharp screens. */
const [WIDTH, HEIGHT] = [656, 312];

type Colour = readonly [red: number, green: number, blue: number];
const GROUND: Colour = [246, 248, 247];
const SURFACE: Colour = [255, 255, 255];
const LINE: Colour = [227, 233, 231];
const WORDS: Colour = [196, 206, 202];
const HEADING: Colour = [88, 102, 96];
const ACCENT: Colour = [14, 106, 90];
const SOFT: Colour = [226, 241, 237];
const INFO: Colour = [229, 240, 250];

/** A box with round corners, in pixels. */
interface Box {
  readonly at: readonly [x: number, y: number];
  readonly size: readonly [width: number, height: number];
  readonly round: number;
  readonly colour: Colour;
}

const box = (at: Box['at'], size: Box['size'], [colour, round = 0]: readonly [Colour, number?]): Box => ({
  at,
  size,
  colour,
  round,
});

/** A goal of a care plan as the demo shows it, without words: what matters is the date at the top right. */
const BOXES: readonly Box[] = [
  box([24, 24], [608, 320], [LINE, 22]),
  box([26, 26], [604, 320], [SURFACE, 20]),
  box([56, 56], [132, 34], [INFO, 17]),
  box([76, 68], [92, 10], [HEADING, 5]),
  box([392, 46], [212, 54], [ACCENT, 27]),
  box([396, 50], [204, 46], [SOFT, 23]),
  box([416, 64], [18, 18], [ACCENT, 5]),
  box([420, 70], [10, 8], [SOFT, 1]),
  box([448, 68], [132, 10], [ACCENT, 5]),
  box([56, 122], [460, 14], [HEADING, 7]),
  box([56, 150], [260, 14], [HEADING, 7]),
  box([56, 190], [504, 10], [LINE, 5]),
  box([56, 190], [232, 10], [ACCENT, 5]),
  box([576, 189], [28, 12], [WORDS, 6]),
  box([56, 230], [16, 16], [SOFT, 8]),
  box([86, 233], [220, 10], [WORDS, 5]),
  box([56, 264], [16, 16], [SOFT, 8]),
  box([86, 267], [300, 10], [WORDS, 5]),
];

/** Draws the picture of one of the demo's hints, as a PNG. */
export function drawCarePlan(): Uint8Array {
  const row = 1 + WIDTH * 3;
  const pixels = Buffer.alloc(row * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) pixels.set(colourAt(x + 0.5, y + 0.5), y * row + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits of red, green and blue
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(pixels, { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function colourAt(x: number, y: number): Colour {
  let colour = GROUND;
  for (const one of BOXES) {
    const part = coverOf(one, x, y);
    if (part > 0) colour = mixed(colour, one.colour, part);
  }
  return colour;
}

/** How much of a pixel a box covers, by the distance to its edge. */
function coverOf({ at: [left, top], size: [width, height], round }: Box, x: number, y: number): number {
  const beside = (from: number, length: number, point: number): number =>
    Math.abs(point - from - length / 2) - length / 2 + round;
  const [dx, dy] = [beside(left, width, x), beside(top, height, y)];
  const distance = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
  return Math.min(1, Math.max(0, 0.5 - distance));
}

const mixed = (under: Colour, over: Colour, part: number): Colour => {
  const [red, green, blue] = under.map((value, index) => Math.round(value + ((over[index] ?? value) - value) * part));
  return [red ?? 0, green ?? 0, blue ?? 0];
};

function chunk(name: string, content: Uint8Array): Buffer {
  const framed = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
  framed.writeUInt32BE(content.length);
  framed.writeUInt32BE(crc32(framed.subarray(4, -4)), framed.length - 4);
  return framed;
}
