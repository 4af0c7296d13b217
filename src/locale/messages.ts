import type { nl } from './nl';
import type { nl as recording } from './recording/nl';

/** Name of a text that the panel brings. `nl.ts` is the list of all of them. */
export type PanelKey = keyof typeof nl;

/** Name of a text. Beside `nl.ts` there are dictionaries of chunks that are seldom needed. */
export type MessageKey = PanelKey | keyof typeof recording;

/**
 * Every text that the panel brings. A value is a plain string: `{name}` is a slot, `|` parts the singular from the plural,
 * `{brand}` is the product's own name. A host may override any text with JSON.
 */
export type Messages = Readonly<Record<PanelKey, string>>;
