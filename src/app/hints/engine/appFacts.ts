import type { Undo } from '../../../foundation/lifetime';
import type { HintFactValue } from '../../hintsPart';
import type { HintsParts } from '../hintsParts';
import { countDrafts, type DraftCountParts } from './countDrafts';

/** How long after a key somebody still is typing. Milliseconds. */
const TYPING_MS = 2000;
/** How long a window may be dragged before its width counts. Milliseconds. */
const RESIZE_MS = 250;

/** Facts that the app itself knows, as they are now. What the person writes is never one. */
export interface AppFacts {
  read(): ReadonlyMap<string, HintFactValue>;
}

/** What these facts are read from. */
export type AppFactParts = Pick<HintsParts, 'view' | 'model' | 'clock'> & DraftCountParts;

/** Follows what the app knows. `onChange` is called after something of it changed. */
export function followAppFacts(parts: AppFactParts, onChange: () => void): AppFacts & { end: Undo } {
  const { view, model, clock } = parts;
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
  const drafts = countDrafts(parts, onChange);
  const undos = [model.isOpen, model.unread, model.openQuestions].map((fact) => fact.subscribe(onChange));

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
        ...known('app.version', typeof release === 'string' ? release : undefined),
        ...known('widget.draftQuestions', drafts.count()),
        ...known('support.openQuestions', model.openQuestions.peek()),
      ]);
    },
    end() {
      for (const undo of undos) undo();
      drafts.end();
      endTyping();
      endResize();
      view.document.removeEventListener('input', typed, quiet);
      view.removeEventListener('resize', resized, quiet);
    },
  };
}

const known = (key: string, value: HintFactValue | undefined): readonly (readonly [string, HintFactValue])[] =>
  value === undefined ? [] : [[key, value]];
