import type { Sheet } from './canvas';

const LOWEST = 2;
const HIGHEST = 10;

/** Draws the marks of the past weeks as a line, with the client's name in the corner, as charts in dossiers have. */
export const paintMarks =
  (marks: readonly number[], caption: string) =>
  (sheet: Sheet): void => {
    const { pen, width, height, colour } = sheet;
    const area = { left: 26, right: width - 14, top: 30, bottom: height - 12 };
    const x = (index: number): number => area.left + ((area.right - area.left) * index) / (marks.length - 1);
    const y = (mark: number): number => area.bottom - ((area.bottom - area.top) * (mark - LOWEST)) / (HIGHEST - LOWEST);
    const points = marks.map((mark, index) => [x(index), y(mark)] as const);

    pen.font = '12px "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
    pen.fillStyle = colour('--muted');
    pen.fillText(caption, 0, 12);
    pen.fillStyle = colour('--accent-soft');
    pen.beginPath();
    for (const point of [[x(0), area.bottom] as const, ...points, [x(marks.length - 1), area.bottom] as const])
      pen.lineTo(...point);
    pen.fill();
    pen.lineWidth = 1;
    for (const mark of [2, 4, 6, 8, 10]) {
      pen.fillStyle = colour('--muted');
      pen.fillText(String(mark), mark === HIGHEST ? 2 : 8, y(mark) + 4);
      pen.strokeStyle = colour('--line');
      line(pen, [
        [area.left, y(mark) + 0.5],
        [area.right, y(mark) + 0.5],
      ]);
    }

    pen.strokeStyle = colour('--accent');
    pen.lineWidth = 2;
    pen.lineJoin = 'round';
    line(pen, points);
    for (const point of points) dot(sheet, point);
  };

/** Draws a signature: the name, written with a flourish. */
export const paintSignature =
  (name: string) =>
  ({ pen, height, colour }: Sheet): void => {
    pen.fillStyle = colour('--ink');
    pen.strokeStyle = colour('--ink');
    pen.font =
      'italic 26px "Segoe Script", "Snell Roundhand", "Brush Script MT", "URW Chancery L", "Liberation Serif", Georgia, serif';
    pen.save();
    pen.rotate(-0.03);
    pen.fillText(name, 10, height - 22);
    const width = pen.measureText(name).width;
    pen.lineWidth = 1.4;
    pen.beginPath();
    pen.moveTo(6, height - 14);
    pen.bezierCurveTo(width * 0.4, height - 26, width * 0.6, height + 6, width + 18, height - 20);
    pen.stroke();
    pen.restore();
  };

function line(pen: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const point of points) pen.lineTo(...point);
  pen.stroke();
}

function dot({ pen, colour }: Sheet, [x, y]: readonly [number, number]): void {
  pen.beginPath();
  pen.arc(x, y, 3.5, 0, 7);
  pen.fillStyle = colour('--surface');
  pen.strokeStyle = colour('--accent');
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
}
