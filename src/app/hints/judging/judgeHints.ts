import type { Lifetime } from '../../../foundation/lifetime';
import { createJudging, type HintPageWithElements, type HintsModelInstance, type JudgingPart } from '../../../hints';
import { once } from '../../once';
import type { LookAtPageOptions } from '../looking';
import type { PlayHintsOptions } from '../playing';
import { createLazyJudging } from './lazyJudging';
import { createPageWhenAsked } from './pageWhenAsked';

/** What hints are judged with. */
export interface JudgeHintsOptions extends Omit<LookAtPageOptions, 'safely'>, Omit<PlayHintsOptions, 'hints' | 'page'> {
  hints(): HintsModelInstance;
  /** Whether a modal of the host is open. */
  isModalOpen(): boolean;
}

/** Gives what judges hints of one person until `life` ends, with what fetches looking and playing. */
export function judgeHints(options: JudgeHintsOptions, life: Lifetime): JudgingPart {
  const { looking, playing } = createLazyJudging(options.chunks);
  const safely = (action: () => unknown): unknown => options.hints().safely(action, 'page');
  const fetch = async (): Promise<(until: Lifetime) => HintPageWithElements> => {
    const { lookAtPage } = await looking();
    return (until) => lookAtPage({ ...options, safely }, until);
  };
  const page = createPageWhenAsked({ ...options, fetch }, life);
  return {
    createJudging,
    page,
    playing: once(async () => {
      const { playHints } = await playing();
      return playHints({ ...options, page, hints: options.hints() }, life);
    }),
  };
}
