import type { Annotations, Shape } from '../annotation';
import { COVER, LETTER_WEIGHT, LETTERS, marksOf, type Mark } from '../drawing';
import type { Box } from '../geometry';

/** What a canvas must offer to be painted on. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fill' | 'stroke' | 'fillText' | 'fillRect' | 'scale' | 'translate' | 'save' | 'restore'
> & {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: unknown;
  lineJoin: unknown;
  font: string;
  textAlign: unknown;
};

/** Where and how large the picture lies on the canvas. */
export interface PaintOptions {
  /** Pixels per unit. */
  readonly scale: number;
  /** What of it is on the canvas, in pixels. */
  readonly cut: Box;
}

/** Paints all shapes from back to front. What covers is painted on whole pixels, so that no edge lets anything through. */
export function paintAnnotations(pen: Pen, annotations: Annotations, options: PaintOptions): void {
  for (const shape of annotations.shapes) {
    if (shape.kind === 'redact') cover(pen, shape, options);
    else paintShape(pen, marksOf(shape, annotations), options);
  }
}

function cover(pen: Pen, { box }: Extract<Shape, { kind: 'box' | 'redact' }>, { scale, cut }: PaintOptions): void {
  const [left, top] = [Math.floor(box[0] * scale), Math.floor(box[1] * scale)];
  const [right, bottom] = [Math.ceil((box[0] + box[2]) * scale), Math.ceil((box[1] + box[3]) * scale)];
  pen.fillStyle = COVER;
  pen.fillRect(left - cut[0], top - cut[1], right - left, bottom - top);
}

function paintShape(pen: Pen, marks: readonly Mark[], { scale, cut }: PaintOptions): void {
  pen.save();
  pen.translate(-cut[0], -cut[1]);
  pen.scale(scale, scale);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const mark of marks) paintMark(pen, mark);
  pen.restore();
}

function paintMark(pen: Pen, mark: Mark): void {
  if (mark.kind === 'line') {
    pen.strokeStyle = mark.paint;
    pen.lineWidth = mark.width;
    pen.stroke(new Path2D(mark.path));
    return;
  }
  pen.fillStyle = mark.paint;
  if (mark.kind === 'area') return pen.fill(new Path2D(mark.path));
  pen.font = `${LETTER_WEIGHT} ${mark.letter}px ${LETTERS}`;
  pen.textAlign = mark.isCentred ? 'center' : 'left';
  pen.fillText(mark.text, ...mark.at);
}
