import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { TitledHint } from '../../../hints';
import { HintList } from '../../../hints/views';
import type { PanelContext } from '../../panel/panelContext';

/** Where the panel lies over the page, it makes way for what it shows there. */
const IS_NARROW = '(max-width: 640px)';

/** Draws the hints of the page that is open, again after each change of page. */
export function PageHints({ context: { port } }: { readonly context: PanelContext }): JSX.Element {
  const { hints, app, view } = port;
  const listed = useSignal<readonly TitledHint[] | undefined>(undefined);
  const isOff = useSignal(false);
  const { path } = app.subject.visits.value.current;
  useEffect(() => {
    let isOver = false;
    void hints
      .ask(async (running) => {
        const found = await running.list();
        if (isOver) return;
        listed.value = found.filter(({ isOffered }) => isOffered);
        isOff.value = running.isOff();
      }, undefined)
      .catch(() => undefined); // told by its chunk
    return () => {
      isOver = true;
    };
  }, [path]);
  const start = (hint: string): void => {
    if (view.matchMedia(IS_NARROW).matches) port.onClosed();
    hints.tell((running) => void running.start(hint));
  };
  const turnOff = (next: boolean): void => {
    isOff.value = next;
    hints.tell((running) => running.turnOff(next));
  };
  return <HintList hints={listed.value} isOff={isOff.value} onStart={start} onSwitch={turnOff} />;
}
