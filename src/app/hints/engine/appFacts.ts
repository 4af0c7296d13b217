import type { Undo } from '../../../foundation/lifetime';
import type { HintFactValue } from '../../hintsPart';
import type { HintsParts } from '../hintsParts';

/** How long after a key somebody still is typing. Milliseconds. */
const TYPING_MS = 2000;
/** How long a window may be dragged before its width counts. Milliseconds. */
const RESIZE_MS = 250;

/** Facts that the app itself knows, as they are now. What the person writes is never one. */
export interface AppFacts {
  read(): ReadonlyMap<string, HintFactValue>;
}

/** What these facts are read from. */
export type AppFactParts = Pick<HintsParts, 'view' | 'model' | 'clock'>;

/** Follows what the app knows. `onChange` is called after something of it changed. */
export function followAppFacts({ view, model, clock }: AppFactParts, onChange: () => void): AppFacts & { end: Undo } {
  let typedAt = -Infinity;
  let endTyping = (): void => undefined;
  let endResize = (): void => undefined;
  const isTyping = (): boolean => clock.now() - typedAt < TYPING_MS;
  const typed = (): void => {
    const wasTyping = isTyping();
    typedAt = clock.now();
    endTyping();
    endTyping = clock.after(TYPING_MS, onChange);
    if (!wasTyping) onChange();
  };
  const resized = (): void => {
    endResize();
    endResize = clock.after(RESIZE_MS, onChange);
  };
  const quiet = { capture: true, passive: true } as const;
  view.document.addEventListener('input', typed, quiet);
  view.addEventListener('resize', resized, quiet);
  const undos = [model.isOpen.subscribe(onChange), model.unread.subscribe(onChange)];

  return {
    read() {
      const { release } = model.subject.context();
      return new Map<string, HintFactValue>([
        ['ui.locale', model.settings.peek().locale],
        ['ui.device', view.matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse'],
        ['ui.width', view.innerWidth],
        ['ui.typing', isTyping()],
        ['widget.open', model.isOpen.peek()],
        ['widget.unread', model.unread.peek()],
        ...(typeof release === 'string' ? [['app.version', release] as const] : []),
      ]);
    },
    end() {
      for (const undo of undos) undo();
      endTyping();
      endResize();
      view.document.removeEventListener('input', typed, quiet);
      view.removeEventListener('resize', resized, quiet);
    },
  };
}
