import { LETTER_WEIGHT, LETTERS } from '../drawing';

const LETTER = 100;

/** Measures the widest line of a text, in heights of a letter, in the letters that are painted with. */
export function measureText(text: string): number {
  const pen = document.createElement('canvas').getContext('2d');
  const lines = text.split('\n');
  if (!pen) return Math.max(...lines.map((line) => line.length)) * 0.6;
  pen.font = `${LETTER_WEIGHT} ${LETTER}px ${LETTERS}`;
  return Math.max(...lines.map((line) => pen.measureText(line).width)) / LETTER;
}
