import type { HintText, HintTexts } from '../protocol/hint';
import type { Draft } from './draft';
import { editStep } from './draftSteps';
import { laidOver, memberOf, type Change } from './laidOver';

/** Which text: in this language, of the hint or of one of its steps. */
export interface TextSpot {
  readonly locale: string;
  /** Left out: that of the hint itself. */
  readonly step?: string;
}

/** Writes a title or a body, or puts a picture beside them. What is emptied is gone, and so is a language that says nothing. */
export function withText(draft: Draft, { locale, step }: TextSpot, change: Change<HintText>): Draft {
  if (step === undefined)
    return { ...draft, hint: laidOver(draft.hint, { content: written(draft.hint.content, locale, change) }) };
  const content = draft.hint.steps?.find(({ id }) => id === step)?.content;
  return editStep(draft, step, { content: written(content, locale, change) });
}

function written(texts: HintTexts | undefined, locale: string, change: Change<HintText>): HintTexts | undefined {
  const { title, body, media } = laidOver<HintText>(memberOf(texts, locale) ?? {}, change);
  const text = { ...(title && { title }), ...(body && { body }), ...(media && { media }) };
  const isSilent = Object.keys(text).length === 0;
  const members = Object.entries(laidOver<HintTexts>(texts ?? {}, { [locale]: isSilent ? undefined : text }));
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
