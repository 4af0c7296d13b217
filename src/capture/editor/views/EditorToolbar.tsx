import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { on, useAnnounce, useText } from '../../../ui';
import type { AnnotationModelInstance } from '../annotation.model';
import type { Tool } from '../gesture';
import { focusedIn } from './focusedIn';
import { ToolButton } from './ToolButton';
import { TOOLS } from './tools';

/** What an `EditorToolbar` takes. */
export interface EditorToolbarProps {
  readonly model: AnnotationModelInstance;
  /** Lists which key does what. */
  readonly onKeys: () => void;
}

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Draws the tools: one stop of the Tab key, arrow keys go from one to the next. A tool that is chosen by key puts its shape in the
 * middle at once; one that is pressed with a pointer waits to be drawn with.
 */
export function EditorToolbar({ model, onKeys }: EditorToolbarProps): JSX.Element {
  const { shapes } = model;
  const t = useText();
  const announce = useAnnounce();
  const stop = useSignal(0);
  const choose = (tool: Tool, byKey: boolean): void => {
    shapes.tool.value = tool;
    if (byKey && tool !== 'select') shapes.placeInMiddle(tool);
    else announce(t('say.tool', { tool: t(`mask.tool.${tool}`) }));
  };
  const walk = on<HTMLDivElement>({
    keydown: (event, bar) => {
      const buttons = [...bar.querySelectorAll('button')];
      if (event.key === '?') onKeys();
      const by = STEP[event.key];
      if (by === undefined) return;
      event.preventDefault();
      const now = buttons.findIndex((button) => button === focusedIn(bar));
      stop.value = (now + by + buttons.length) % buttons.length;
      buttons[stop.value]?.focus();
    },
  });
  return (
    <div class="mask-tools" role="toolbar" aria-label={t('mask.tools')} {...walk}>
      {TOOLS.map(({ tool, letter }, at) => (
        <ToolButton
          key={tool}
          labelled
          icon={tool}
          name={t(`mask.tool.${tool}`)}
          keys={letter}
          pressed={shapes.tool.value === tool}
          tabIndex={stop.value === at ? 0 : -1}
          onPress={(byKey) => {
            stop.value = at;
            choose(tool, byKey);
          }}
        />
      ))}
      <span class="mask-gap" />
      <Steps model={model} stop={stop.value} onKeys={onKeys} />
    </div>
  );
}

/** What stands at the end of the bar, with which of all its buttons is the stop of the Tab key. */
function Steps({ model: { work }, stop, onKeys }: EditorToolbarProps & { readonly stop: number }): JSX.Element {
  const t = useText();
  return (
    <>
      <ToolButton
        icon="undo"
        name={t('mask.undo')}
        keys="Control+Z"
        disabled={!work.canUndo.value}
        tabIndex={stop === TOOLS.length ? 0 : -1}
        onPress={work.undo}
      />
      <ToolButton
        icon="redo"
        name={t('mask.redo')}
        keys="Control+Shift+Z"
        disabled={!work.canRedo.value}
        tabIndex={stop === TOOLS.length + 1 ? 0 : -1}
        onPress={work.redo}
      />
      <ToolButton
        icon="keys"
        name={t('keys.title')}
        keys="?"
        tabIndex={stop === TOOLS.length + 2 ? 0 : -1}
        onPress={onKeys}
      />
    </>
  );
}
