/**
 * The gate. Everything that leaves the device passes here: texts are scrubbed, pictures are made from a masked copy.
 * Terms: *mask*: cover in the copy, before a pixel exists; *scrub*: take telling parts out of a technical text;
 * *dictionary*: the host's own texts, which can't be a person's data. Invariant: masked unless known to be interface.
 */
export type { Cleared } from './cleared';
export { clearMessage, clearSubmission } from './clearSubmission';
export {
  createDictionary,
  createDictionaryKeeper,
  type InterfaceDictionary,
  type InterfaceTextSource,
} from './interfaceTexts';
export type { MaskFacts, MaskVerdict, SpotKind } from './maskRule';
export { atOnce, createCalmPace, type CalmPace, type Pace } from './pace';
export { scrubText, type ScrubContext } from './scrubText';
export type { CoveredSpot, UncoveredPiece } from './coveredSpot';
export type { Landmark } from './landmark';
export { type MaskTreeOptions } from './browser/copying';
export { maskTree, type MaskedTree } from './browser/maskTree';
export { backgroundOf } from './browser/pageLayers';
export { createStyleMask, HATCH, type StyleMask } from './browser/maskStyle';
export { createPictureSources, type PictureSource, type PictureSources } from './browser/pictureSources';
export { escapeXml } from './browser/markup';
