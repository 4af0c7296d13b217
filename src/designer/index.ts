/**
 * Making hints: everything about it that needs no page and no screen.
 * Terms: a *draft* is a hint that may be unfinished, with the places that it stands at; *editing* is a draft with its undo and redo;
 * a *wording* is a language with what things are called; a *sentence* is a list of parts that a view draws.
 * Invariants: every edit gives a new value; what was not changed comes out as it went in, to the byte; what comes from outside ends in
 * drafts and publishes nothing; a path in a sentence is the one that `explain` of hints gives for the same condition.
 * Judging and drawing hints is not here: only `views` may use the door of `hints`.
 */
export { designerTexts } from '../locale/designer';
export {
  compareDocuments,
  type BothWordings,
  type DocumentChanges,
  type FieldChange,
  type HintChange,
  type MemberChange,
  type NamedHint,
  type TargetChange,
} from './compareDocuments';
export {
  draftOf,
  edited,
  newDraft,
  targetsOf,
  withDescription,
  withKind,
  withTarget,
  withWhere,
  type Draft,
  type DraftHint,
  type DraftStep,
  type Fields,
  type NamedTarget,
} from './draft';
export { kept, nextSave, refused, startSaving, withNext, type DraftSaving, type NextSave } from './draftSaving';
export { addStep, editStep, moveStep, removeStep, withStepTarget } from './draftSteps';
export { withText, type TextSpot } from './draftTexts';
export { edit, redo, startEditing, STEPS_KEPT, undo, type Editing } from './editing';
export {
  exportHints,
  importHints,
  mapTargets,
  reportText,
  type Imported,
  type ImportContext,
  type ImportProblem,
  type ImportReport,
} from './exchange';
export { findingName, findingText, type FindingText, type FoundAt, type Section } from './findingText';
export { finish, type FinishedDraft, type Missing, type MissingCode } from './finishDraft';
export { joinDrafts, type DocumentStart, type Joined, type TouchedTarget } from './joinDrafts';
export { conflictName, mergeLive, type Choices, type Conflict, type Merged, type Three } from './mergeLive';
export { missingText } from './missingText';
export type {
  DraftOfSomebody,
  HintRepository,
  LiveHints,
  Pausing,
  Publication,
  Reply,
  RepositoryProblem,
  RepositoryTrouble,
  WayBack,
} from './ports';
export { readability, type MeasuredSentence, type Readability } from './readability';
export { audienceWords, whoSentence } from './sentences/audience';
export { explainedSentence, type Explained } from './sentences/explained';
export { countedChoices, factChoices, type FactChoice } from './sentences/facts';
export { hintSentences, wholeSentence, type HintSentences, type Sayable } from './sentences/hintSentences';
export { textOf, type Sentence, type SentencePart } from './sentences/sentence';
export { durationWords } from './sentences/times';
export { namesOf, type CataloguedFact, type HostNames, type Names, type Wording } from './sentences/wording';
