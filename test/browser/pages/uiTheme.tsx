/** One element with our tokens, to which a test gives the properties that a host may set. */
import { adoptSheets, applyTheme, sheets } from '../../../src/ui';

const element = document.createElement('cliendo-support');
const root = element.attachShadow({ mode: 'open' });
const ink = document.createElement('p');
document.documentElement.append(element);
root.append(ink);
adoptSheets(root, sheets);

/** Reads a token as the browser paints it. */
const paint = (token: string): readonly number[] => {
  const canvas = document.createElement('canvas').getContext('2d');
  ink.style.color = `var(--cs-${token})`;
  if (!canvas) return [];
  canvas.fillStyle = getComputedStyle(ink).color;
  canvas.fillRect(0, 0, 1, 1);
  return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3);
};

/** Lays a theme over the tokens and answers what is painted. */
const themed = (
  wishes: Readonly<Record<string, string>>,
  scheme: 'auto' | 'light' | 'dark',
  tokens: readonly string[],
): readonly (readonly number[])[] => {
  for (const [name, value] of Object.entries(wishes)) element.style.setProperty(`--cliendo-support-${name}`, value);
  const undo = applyTheme(element, { scheme });
  const painted = tokens.map(paint);
  undo();
  element.removeAttribute('style');
  return painted;
};

/** Answers our text size on a page whose text has that size. */
const themedSize = (hostSize: string): string => {
  document.body.style.fontSize = hostSize;
  const undo = applyTheme(element);
  const { fontSize } = getComputedStyle(element);
  undo();
  return fontSize;
};

Object.assign(window, { themed, themedSize });
