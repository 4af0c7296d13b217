/**
 * Recording of places: what a designer points at becomes data that finds it again, and is tried before anybody counts on it.
 * A chunk of its own, since only designers need it.
 */
export { addLanguage } from './browser/addLanguage';
export { describeFinders, type FinderDescription } from './browser/describeFinders';
export { elementUnder, type UnderPoint, type ViewPoint } from './browser/elementUnder';
export { recordTarget, type RecordOptions, type RecordProblem } from './browser/recordTarget';
export { stepsTo, type PlaceStep } from './browser/stepsTo';
export { stressTarget } from './browser/stressTarget';
export { interactiveAncestor, walkFrom, type WalkDirection, type WalkOptions } from './browser/walkElements';
export { type StressChange, type StressOutcome, type StressResult } from './stress';
export { targetScore, type FieldHistory, type TargetScore, type TriedTarget } from './targetScore';
