/**
 * The published language between the device and the receiver, protocol v1.
 * Both sides import these shapes; only additions are allowed within a version.
 */
export * from './access';
export * from './agent';
export { canonicalJson } from './canonicalJson';
export { lostAssets, namedAssets } from './checkHintReferences';
export * from './checkHints';
export * from './content';
export * from './conversation';
export * from './decode';
export { decodeHints } from './decodeHints';
export * from './deviceKey';
export * from './finderWorth';
export * from './hint';
export * from './hintAct';
export * from './hintDraft';
export * from './hintIndex';
export * from './hintAsset';
export * from './hintKnowledge';
export * from './hintReport';
export * from './hintState';
export * from './indexedTarget';
export * from './mail';
export * from './mergeHintRecords';
export { migrateHints } from './migrateHints';
export { parseContent, safeHref } from './parseContent';
export * from './paths';
export * from './problem';
export { finding, type HintFinding } from './readShape';
export * from './session';
export * from './submission';
export * from './version';
