/** Gives random bytes from the browser's own source. */
export const systemRandom = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
