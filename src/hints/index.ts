/**
 * Help that the app shows by itself, at the right place, moment and person; a person can always close it, put it off and find it again.
 * Terms: a *hint* is one piece of help; a *tour* has *steps*, a *checklist* has *tasks*; a *place* is where on the page (a *target* of the document);
 * the *index* is what decides, the *words* are what is read.
 * Invariants: in doubt nothing shows, and the reason is known; `explain` is what the engine decides with; nothing throws into the host;
 * nothing starts that is not judged again when its delay is over and its words are here.
 */
export { HintsModel, type HintsModelInstance } from './hints.model';
export { createJudging } from './judging.model';
export { createPlayer } from './player.model';
export { PastModel } from './past.model';
export { explain } from './chooseHint';
export { compileIndex } from './compileIndex';
export { localesOf } from './locales';
export { createHintPage, type HintPageWithElements } from './browser/hintPage';
export { describeTarget } from './browser/describeTarget';
export { openModals } from './browser/hostModal';
export { mergeKept, NOTHING_KEPT } from './kept';
export type { HintContext } from './context';
export type { KeptHints, TourMark } from './kept';
export type {
  HintDeeds,
  HintDelivery,
  HintKeeping,
  HintPage,
  HintPictures,
  HintsDeps,
  HintSlots,
  HintSource,
  HintTab,
  JudgingPart,
  PageSign,
  PlayingPart,
  WantedSigns,
} from './ports';
export type { Explanation, PlaceState, Reason } from './refusal';
export type { TitledHint } from './titles.model';
export type { GoneThing, HintDoings, Picture, PictureBook, ShownAction, ShownHint } from './shown';
export type { WantedPictures } from './words';
