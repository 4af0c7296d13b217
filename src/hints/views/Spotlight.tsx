import { useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Box } from '../../ui';
import { usePopover } from './usePopover';

const MARGIN_PX = 6;

/** Dims the page around the target of a tour with four blocks. They are only to look at: every press goes through. */
export function Spotlight({ spot }: { readonly spot: ReadonlySignal<Box | undefined> }): JSX.Element {
  const light = usePopover<HTMLDivElement>();
  useSignalEffect(() => {
    const element = light.current;
    const box = spot.value;
    element?.toggleAttribute('data-away', box === undefined);
    if (!element || !box) return;
    const edges = {
      top: box.y - MARGIN_PX,
      left: box.x - MARGIN_PX,
      right: box.x + box.width + MARGIN_PX,
      bottom: box.y + box.height + MARGIN_PX,
    };
    for (const [edge, at] of Object.entries(edges)) element.style.setProperty(`--${edge}`, `${Math.max(0, at)}px`);
  });
  return (
    <div class="hint-light" popover="manual" ref={light} aria-hidden="true" data-away>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
