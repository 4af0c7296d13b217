import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button, on, useText } from '../../ui';
import { togglePart, WHOLE_SCREEN } from '../question';
import { SCREEN_PARTS } from '../screenParts';

const STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a `PartMap` takes. */
export interface PartMapProps {
  /** 1 to 9, row by row from the top left. */
  readonly parts: readonly number[];
  readonly onChange: (parts: readonly number[]) => void;
}

/** Draws the screen in nine parts to tick: one Tab stop, arrow keys move inside. */
export function PartMap({ parts, onChange }: PartMapProps): JSX.Element {
  const t = useText();
  const id = useId();
  const focused = useSignal(0);
  const keys = on<HTMLElement>({
    keydown: (event, map) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      const column = between((focused.peek() % 3) + step[0]);
      const row = between(Math.floor(focused.peek() / 3) + step[1]);
      focused.value = row * 3 + column;
      map.querySelectorAll('input')[focused.peek()]?.focus();
    },
  });
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <div class="field-top" id={id}>
        {t('q.white.which')}
      </div>
      <div class="row">
        <div class="part-map" {...keys}>
          {SCREEN_PARTS.map((name, index) => (
            <input
              key={name}
              type="checkbox"
              aria-label={t(name)}
              title={t(name)}
              checked={parts.includes(index + 1)}
              tabIndex={index === focused.value ? 0 : -1}
              {...on({ change: () => onChange(togglePart(parts, index + 1)), focus: () => (focused.value = index) })}
            />
          ))}
        </div>
        <Button kind="quiet" onPress={() => onChange(WHOLE_SCREEN)}>
          {t('q.white.all')}
        </Button>
      </div>
    </div>
  );
}

const between = (index: number): number => Math.min(2, Math.max(0, index));
