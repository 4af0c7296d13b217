/**
 * The moment: the page frozen at the press, masked, in memory only. A chunk of its own, loaded before it is needed.
 * Invariant: nothing here makes a pixel, stores a byte or changes the page.
 */
export { freezePage, type FreezeOptions } from './browser/freezePage';
export { freezePageCalmly } from './browser/freezePageCalmly';
export { type FrozenPage } from './moment';
export { createDictionary, type InterfaceDictionary } from '../../privacy/index';
export { createDictionary as dictionaryOf } from '../../privacy/index';
