import '@preact/signals';
import type { JSX, Ref } from 'preact';
import { on, TextField, useText } from '../../../ui';
import type { AnnotationModelInstance } from '../annotation.model';
import { COLOURS } from '../annotation';
import { PAINTS } from '../drawing';
import { ToolButton } from './ToolButton';

/** What a `SelectionBar` takes. */
export interface SelectionBarProps {
  readonly model: AnnotationModelInstance;
  /** The field in which a text is written. */
  readonly wordsRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
  /** The picture gets the focus: what had it here is going away. */
  readonly onLeave: () => void;
}

/** Draws what can be done with what is chosen, and how large the picture is shown. */
export function SelectionBar({ model, wordsRef, onLeave }: SelectionBarProps): JSX.Element {
  const t = useText();
  const { work, shapes } = model;
  const shape = work.shape.value;
  const isChosen = shape !== undefined || work.selected.value === 'crop';
  const remove = (): void => {
    onLeave();
    shapes.chosen.remove();
  };
  return (
    <div class="mask-bar">
      <Colours model={model} />
      <div class="mask-group">
        <ToolButton
          icon="front"
          name={t('mask.front')}
          disabled={!shape}
          onPress={() => shapes.chosen.order('front')}
        />
        <ToolButton icon="back" name={t('mask.back')} disabled={!shape} onPress={() => shapes.chosen.order('back')} />
        <ToolButton icon="remove" name={t('mask.delete')} keys="Delete" disabled={!isChosen} onPress={remove} />
      </div>
      <span class="mask-gap" />
      <ZoomButtons model={model} />
      {shape?.kind === 'text' && (
        <div class="mask-words">
          <TextField
            label={t('mask.words')}
            value={shape.text}
            maxLength={200}
            autoFocusRef={wordsRef}
            onInput={shapes.chosen.write}
            onEnter={onLeave}
          />
        </div>
      )}
    </div>
  );
}

function Colours({ model: { work, shapes } }: Pick<SelectionBarProps, 'model'>): JSX.Element {
  const t = useText();
  const now = work.shape.value?.colour ?? shapes.colour.value;
  return (
    <div class="mask-group" role="radiogroup" aria-label={t('mask.colour')}>
      {COLOURS.map((colour) => (
        <label key={colour} class="mask-colour" title={t(`mask.colour.${colour}`)}>
          <input
            type="radio"
            name="mask-colour"
            aria-label={t(`mask.colour.${colour}`)}
            checked={colour === now}
            {...on({ change: () => shapes.chosen.paint(colour) })}
          />
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="8" fill={PAINTS[colour]} />
          </svg>
        </label>
      ))}
    </div>
  );
}

function ZoomButtons({ model: { zoom } }: Pick<SelectionBarProps, 'model'>): JSX.Element {
  const t = useText();
  const isFitting = zoom.zoom.value === 'fit';
  return (
    <div class="mask-group">
      <ToolButton
        icon="reduce"
        name={t('mask.zoom.out')}
        keys="-"
        disabled={!zoom.canReduce.value}
        onPress={zoom.reduce}
      />
      <button
        type="button"
        class="button quiet mask-percent"
        aria-pressed={!isFitting && zoom.scale.value === 1}
        title={t('mask.zoom.full')}
        {...on({ click: () => (zoom.zoom.value = 1) })}
      >
        <span class="spoken">{t('mask.zoom.full')} </span>
        {Math.round(zoom.scale.value * 100)}%
      </button>
      <ToolButton
        icon="enlarge"
        name={t('mask.zoom.in')}
        keys="+"
        disabled={!zoom.canEnlarge.value}
        onPress={zoom.enlarge}
      />
      <button
        type="button"
        class="button quiet"
        aria-pressed={isFitting}
        aria-keyshortcuts="0"
        {...on({ click: () => (zoom.zoom.value = 'fit') })}
      >
        {t('mask.zoom.fit')}
      </button>
    </div>
  );
}
