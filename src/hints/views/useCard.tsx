import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { rememberFocus } from '../../ui';
import { watchSeen } from '../browser/watchSeen';
import type { ShownHint } from '../shown';
import { spokenText } from '../spokenText';
import { useHints } from './hintContext';
import { usePopover } from './usePopover';

/** What a card is drawn with. */
export interface CardRefs {
  readonly card: RefObject<HTMLDivElement | null>;
  /** Gets the focus when a person asked for the card. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Shows a card: it takes the focus when a person asked for it, is spoken when not, and is counted when it was seen. */
export function useCard(hint: ShownHint, target?: Element): CardRefs {
  const card = usePopover<HTMLDivElement>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { clock, doings, focus, voice } = useHints();
  const { id, isAsked, look } = hint;
  const step = hint.step?.index;
  const back = useRef<() => void>(null);

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return undefined;
    if (isAsked || focus.wanted.current === id) {
      focus.wanted.current = null;
      if (!hasFocus(element)) back.current = rememberFocus(element.ownerDocument, target);
      (heading.current ?? element).focus({ preventScroll: true });
    } else voice.say(id, spokenText(hint));
    return () => voice.drop(id);
  }, [id, step]);
  useLayoutEffect(() => {
    const element = card.current;
    return element ? watchSeen(element, clock, () => doings.seen(id)) : undefined;
  }, [id, step, look]);
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (element && hasFocus(element))
        focus.lost.current = back.current ?? rememberFocus(element.ownerDocument, target);
    };
  }, []);
  return { card, heading };
}

/** Tells whether the focus is in one of our elements. */
export function hasFocus(element: HTMLElement): boolean {
  const root = element.getRootNode();
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  return element.contains(active);
}
