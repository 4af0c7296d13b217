import type { Undo } from '../foundation/lifetime';
import controls from './controls.css';
import layers from './layers.css';
import tokens from './tokens.css';

/** The sheets of all ui components, to be adopted by each root they are drawn in. */
export const sheets: readonly CSSStyleSheet[] = [tokens, layers, controls];

/** Adopts constructed sheets in a shadow root or document, each once. The answer takes them out again. */
export function adoptSheets(root: DocumentOrShadowRoot, added: readonly CSSStyleSheet[]): Undo {
  const missing = added.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !missing.includes(sheet));
  };
}
