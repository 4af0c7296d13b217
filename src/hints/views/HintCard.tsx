import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { placeNear, sideOf, stayClear, useText } from '../../ui';
import type { ShownHint } from '../shown';
import { useHints } from './hintContext';
import { HintFoot, HintHead, HintText, namesOf } from './HintWords';
import { useCard, type CardRefs } from './useCard';

interface CardProps {
  readonly hint: ShownHint;
}

/** What a `PlacedCard` takes. */
export interface PlacedCardProps extends CardProps {
  readonly target: Element;
}

/** Draws a card at its place on the page. Without buttons of its own it only explains, and is no dialog. */
export function PlacedCard({ hint, target }: PlacedCardProps): JSX.Element {
  const refs = useCard(hint, target);
  const tip = useRef<HTMLSpanElement>(null);
  const { onPlaced, describe } = useHints();
  const isDescribing = describe && !hasButtons(hint);
  useLayoutEffect(() => {
    const card = refs.card.current;
    if (!card) return undefined;
    return placeNear({
      target,
      card,
      arrow: tip.current,
      side: sideOf(hint.placement),
      clearOf: () => oursBeside(card),
      onPlaced: (box) => onPlaced(hint, box),
    });
  }, [target, hint.id, hint.placement, hint.step?.index]);
  useLayoutEffect(() => () => onPlaced(hint, undefined), []);
  useLayoutEffect(() => {
    return isDescribing ? describe(hint, target) : undefined;
  }, [target, hint.id, isDescribing]);
  return (
    <CardFrame hint={hint} refs={refs} look="placed">
      <span class="hint-tip" ref={tip} />
    </CardFrame>
  );
}

/** Draws a card that has no place: in the middle, or in a corner. The page stays usable. */
export function FreeCard({ hint, children }: CardProps & { readonly children?: ComponentChildren }): JSX.Element {
  const refs = useCard(hint);
  const look = hint.isPlaceMissing || hint.look === 'modal' ? 'middle' : 'corner';
  useLayoutEffect(() => {
    const card = refs.card.current;
    return card ? stayClear(card, look === 'middle' ? MIDDLES : cornersFrom(hint.placement)) : undefined;
  }, [look, hint.placement]);
  return (
    <CardFrame hint={hint} refs={refs} look={look}>
      {children}
    </CardFrame>
  );
}

const MIDDLES = ['middle', 'top', 'bottom'];
const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'];

const cornersFrom = (wished: string | undefined): readonly string[] => [
  ...CORNERS.filter((corner) => corner === wished),
  ...CORNERS.filter((corner) => corner !== wished),
];

/** Without these it only explains. */
const hasButtons = ({ actions, step }: ShownHint): boolean => actions.length > 0 || step !== undefined;

/** A card may not lie over the dot that it was opened with, nor over the button that help is asked with. */
const oursBeside = (card: HTMLElement): readonly Element[] => [
  ...(card.getRootNode() as ParentNode).querySelectorAll('.hint-dot[aria-expanded=true], .pill'), // a root holds others
];

interface CardFrameProps extends CardProps {
  readonly refs: CardRefs;
  readonly look: 'placed' | 'middle' | 'corner';
  readonly children?: ComponentChildren;
}

function CardFrame({ hint, refs, look, children }: CardFrameProps): JSX.Element {
  const t = useText();
  const id = useId();
  const isDialog = look !== 'placed' || hasButtons(hint);
  const label = hint.targetLabel ? t('hint.about', { label: hint.targetLabel }) : t('hint.name');
  const names = namesOf(hint, id);
  return (
    <div
      class={`hint hint-${look}`}
      popover="manual"
      role={isDialog ? 'dialog' : 'group'}
      data-hint={hint.id}
      tabIndex={-1}
      ref={refs.card}
      {...(names ? { 'aria-labelledby': names } : { 'aria-label': label })}
    >
      <div class="hint-in">
        <HintHead hint={hint} id={id} heading={refs.heading} />
        <HintText hint={hint} />
        {look !== 'placed' && children}
        <HintFoot hint={hint} id={id} />
      </div>
      {look === 'placed' && children}
    </div>
  );
}
