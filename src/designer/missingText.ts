import type { Translate } from '../locale/createTranslate';
import type { Missing } from './finishDraft';

/** Says what to fill in before a hint is whole. */
export const missingText = ({ code }: Missing, t: Translate): string => t(`des.missing.${code}`);
