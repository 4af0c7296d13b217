import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { on, placeNear, useText } from '../../ui';
import { watchSeen } from '../browser/watchSeen';
import type { ShownHint } from '../shown';
import { PlacedCard } from './HintCard';
import { useHints } from './hintContext';
import { usePopover } from './usePopover';

/** How far the dot lies over the corner of its place: enough to belong to it, too little to be in the way of a press. */
const OVERLAP_PX = 12;

/** What a `HintBeacon` takes. */
export interface HintBeaconProps {
  readonly hint: ShownHint;
  readonly target: Element;
}

/** Draws a dot at the corner of a place, and the card that it opens. */
export function HintBeacon({ hint, target }: HintBeaconProps): JSX.Element {
  const t = useText();
  const { clock, doings } = useHints();
  const dot = usePopover<HTMLDivElement>();
  useLayoutEffect(() => {
    const card = dot.current;
    return card ? placeNear({ target, card, side: 'top-end', overlapPx: OVERLAP_PX }) : undefined;
  }, [target]);
  useLayoutEffect(() => {
    const element = dot.current;
    return element ? watchSeen(element, clock, () => doings.seen(hint.id)) : undefined;
  }, [hint.id]);
  return (
    <>
      <div class="hint-beacon" popover="manual" data-hint={hint.id} ref={dot}>
        <button
          type="button"
          class="hint-dot"
          aria-expanded={hint.isOpen}
          aria-label={t('hint.about', { label: hint.targetLabel ?? hint.title ?? '' })}
          {...on({ click: () => doings.open(hint.id) })}
        />
      </div>
      {hint.isOpen && <PlacedCard hint={hint} target={target} />}
    </>
  );
}
