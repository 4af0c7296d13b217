/** What draws hints: Preact, the layer and its Dutch. Fetched when the first hint is to be seen. */
export { showHints } from './showHints';
export type { ShowHintsOptions } from './showHints';
