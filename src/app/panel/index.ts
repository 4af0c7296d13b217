/**
 * The panel: the chunk of all that is seen first. `startPanel` mounts it beside the body and gives the core what it can do with it.
 */
export { startPanel } from './startPanel';
