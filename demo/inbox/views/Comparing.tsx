import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { say } from '../texts';
import { COMPARISONS, type Comparison } from '../zoom';
import { PictureStage, type ZoomPicture } from './PictureStage';
import type { Zoom } from './useZoom';

/** What two pictures that are compared need. */
export interface ComparingProps {
  readonly picture: ZoomPicture;
  readonly others: readonly ZoomPicture[];
  readonly zoom: Zoom;
  readonly way: Signal<Comparison>;
}

/** Compares a picture with another one: moving and zooming moves both. */
export function Comparing({ picture, others, zoom, way }: ComparingProps): JSX.Element | null {
  const chosen = useSignal<string | undefined>(undefined);
  const line = useSignal(0.5);
  const other = others.find(({ id }) => id === chosen.value) ?? others[0];
  if (!other) return null;
  const isLined = way.value === 'slider';
  return (
    <>
      <div class="comparing">
        <label class="small">
          {say('compare.with')}{' '}
          <select
            value={other.id}
            onChange={(event) => {
              chosen.value = event.currentTarget.value;
            }}
          >
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <WayChoice way={way} />
        {isLined && (
          <label class="small compareLine">
            {say('compare.line')}{' '}
            <input
              type="range"
              min={0}
              max={1}
              step={0.01}
              value={line.value}
              onInput={(event) => {
                line.value = event.currentTarget.valueAsNumber;
              }}
            />
          </label>
        )}
      </div>
      <div class="stages" data-way={way.value}>
        <PictureStage
          key={way.value}
          picture={picture}
          zoom={zoom}
          over={way.value === 'beside' ? undefined : { picture: other, ...(isLined && { line: line.value }) }}
        />
        {way.value === 'beside' && <PictureStage picture={other} measure={picture} zoom={zoom} />}
      </div>
    </>
  );
}

const WayChoice = ({ way }: Pick<ComparingProps, 'way'>): JSX.Element => (
  <div class="buttons" role="group" aria-label={say('compare.way')}>
    {COMPARISONS.map((one) => (
      <button
        key={one}
        type="button"
        class="button quiet small"
        aria-pressed={way.value === one}
        onClick={() => {
          way.value = one;
        }}
      >
        {say(`compare.${one}`)}
      </button>
    ))}
  </div>
);
