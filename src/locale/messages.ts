import type { nl } from './nl';

/** Name of a text. `nl.ts` is the list of all of them. */
export type MessageKey = keyof typeof nl;

/**
 * Every text of the product. A value is a plain string: `{name}` is a slot, `|` parts the singular from the plural,
 * `{brand}` is the product's own name. A host may override any of them with JSON.
 */
export type Messages = Readonly<Record<MessageKey, string>>;
