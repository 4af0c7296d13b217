import { durationMs } from '../protocol/duration';
import type { HintRecord } from '../protocol/hintState';
import type { CompiledHint } from './compileHint';
import type { HintContext } from './context';
import type { TourMark } from './kept';

/** Where somebody left a tour: in this tab, or with the person. Nothing when that is too long ago, or it was ended since. */
export function markOf(hint: CompiledHint, context: Pick<HintContext, 'mark' | 'past' | 'now'>): TourMark | undefined {
  const { scope = 'tab', expires = 'PT30M' } = hint.resume ?? {};
  const record = context.past?.records.get(hint.id);
  const found = [scope === 'user' ? markIn(record) : context.mark].find((mark) => mark?.hint === hint.id);
  return found && context.now - found.at <= durationMs(expires) && endOf(record) < found.at ? found : undefined;
}

const markIn = (record: HintRecord | undefined): TourMark | undefined =>
  record?.tour && { ...record.tour, hint: record.hint, at: Date.parse(record.tour.at) };

/** When this person has last ended a hint. */
export const endOf = ({ doneAt, dismissedAt, neverAt }: Partial<HintRecord> = {}): number =>
  Math.max(...[doneAt, dismissedAt, neverAt].map((moment) => Date.parse(moment ?? '') || -Infinity));

/** Whether this is a tour that somebody left, to go on with. */
export const isLeft = (hint: CompiledHint, context: Pick<HintContext, 'mark' | 'past' | 'now'>): boolean =>
  hint.kind === 'tour' && markOf(hint, context) !== undefined;
