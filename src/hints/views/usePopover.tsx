import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Shows an element with `popover="manual"` in the top layer for as long as it is drawn. The answer is its ref. */
export function usePopover<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  useLayoutEffect(() => {
    if (shown.current?.isConnected) shown.current.showPopover();
  }, []);
  return shown;
}
