/** What plays a hint: words, steps, buttons, and the way to what draws. Fetched when something is to be shown. */
export { playHints } from './playHints';
export type { PlayHintsOptions } from './playHints';
