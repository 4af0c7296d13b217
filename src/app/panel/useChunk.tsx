import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { adoptSheets } from '../../ui';
import type { PanelContext } from './panelContext';

/** Where a chunk is: on its way, here, or not to be had now. */
export type ChunkState<Chunk> =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly chunk: Chunk }
  | { readonly state: 'failed'; readonly retry: () => void };

/** Fetches a chunk for a view. */
export function useChunk<Chunk>(fetch: () => Promise<Chunk>): ChunkState<Chunk> {
  const state = useSignal<ChunkState<Chunk>>({ state: 'loading' });
  const load = (): void => {
    state.value = { state: 'loading' };
    fetch().then(
      (chunk) => (state.value = { state: 'here', chunk }),
      () => (state.value = { state: 'failed', retry: load }),
    );
  };
  useLayoutEffect(load, []); // one that is here already shows before the next paint
  return state.value;
}

/** Adopts the sheet of a part while its screen is drawn. */
export function usePartSheet({ port: { root } }: PanelContext, sheet: CSSStyleSheet): void {
  useLayoutEffect(() => (root.shadowRoot ? adoptSheets(root.shadowRoot, [sheet]) : undefined), []);
}
