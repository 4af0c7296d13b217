/**
 * The moment: the page frozen at the press, masked, in memory only. A chunk of its own, loaded before it is needed.
 * Invariant: nothing here makes a pixel, stores a byte or changes the page.
 */
export { createFreezer, type Freezer } from './browser/createFreezer';
export { createDictionaryKeeper } from '../../privacy/index';
export { type FrozenPage } from './moment';
