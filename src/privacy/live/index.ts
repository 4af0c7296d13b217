/**
 * Live masking: the page is covered while it is recorded or grabbed, by the same verdicts as a picture. Terms: *cover*: what a tree of
 * elements gets; *known*: interface, and let through. Invariants: new content is covered by being there and shown once it was judged;
 * nothing of the host is written to but the lists of adopted sheets and highlights, which `end` puts back; the layout stays.
 */
export { createDictionary, type InterfaceDictionary } from '../interfaceTexts';
export { maskLivePage, type LiveMask, type LiveMaskOptions } from './browser/maskLivePage';
