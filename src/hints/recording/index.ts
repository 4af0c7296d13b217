/**
 * Recording of places: what a designer points at becomes data that finds it again. A chunk of its own, since only designers need it.
 */
export { addLanguage } from './browser/addLanguage';
export { recordTarget, type RecordOptions, type RecordProblem } from './browser/recordTarget';
