import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { adoptSheets } from './sheets';

/** Adopts the sheet of a component that is seldom needed, in whichever root it is drawn. The answer is the ref of its outer element. */
export function useSheet<Outer extends HTMLElement>(sheet: CSSStyleSheet): RefObject<Outer | null> {
  const outer = useRef<Outer>(null);
  useLayoutEffect(() => {
    const root = outer.current?.getRootNode();
    if (root instanceof ShadowRoot || root instanceof Document) adoptSheets(root, [sheet]);
  }, [sheet]);
  return outer;
}
