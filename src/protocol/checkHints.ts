import type { HintDocument } from './hint';
import { checkAudiences } from './checkHintAudiences';
import { checkCrowds } from './checkHintCrowds';
import { checkParts } from './checkHintParts';
import { checkReferences } from './checkHintReferences';
import { checkTargets } from './checkHintTargets';
import { checkTexts } from './checkHintTexts';
import type { HintKnowledge } from './hintKnowledge';
import type { HintFinding } from './readShape';

/**
 * Judges what a schema can't say about a document: whether it makes sense, whether it can work, whether it keeps to what a hint may be.
 * Pure, because the designer and the receiver run the same: a browser is not believed. The codes are those of `docs/hints.md`.
 */
export const checkHints = (document: HintDocument, knowledge: HintKnowledge): readonly HintFinding[] => [
  ...checkReferences(document, knowledge),
  ...checkAudiences(document, knowledge),
  ...checkParts(document, knowledge),
  ...checkTexts(document, knowledge),
  ...checkTargets(document),
  ...checkCrowds(document),
];

/** Whether a finding stops publishing; the others ask once. */
export const stopsPublishing = ({ code }: HintFinding): boolean => code.startsWith('V');
