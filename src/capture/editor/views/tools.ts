import type { Tool } from '../gesture';

/** The tools in the order of the toolbar, and the letter that chooses each while the picture has the focus. */
export const TOOLS: readonly { readonly tool: Tool; readonly letter: string }[] = [
  { tool: 'select', letter: 'V' },
  { tool: 'redact', letter: 'C' },
  { tool: 'arrow', letter: 'A' },
  { tool: 'box', letter: 'B' },
  { tool: 'pen', letter: 'P' },
  { tool: 'text', letter: 'T' },
  { tool: 'number', letter: 'N' },
  { tool: 'crop', letter: 'X' },
];
