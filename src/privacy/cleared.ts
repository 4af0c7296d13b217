declare const clearedBrand: unique symbol;

/**
 * Marks a value that went through the gate: only `privacy/` makes it, and only this may be delivered.
 * It says that the texts were scrubbed and the pictures were masked or looked at; it does not say that nothing personal is left.
 */
export type Cleared<Value> = Value & { readonly [clearedBrand]: true };
