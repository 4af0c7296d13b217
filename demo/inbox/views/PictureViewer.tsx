import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { formatPercent } from '../format';
import { say } from '../texts';
import { fitView, panBy, zoomAt, type Bounds, type Point, type View } from '../zoom';
import { Dialog } from './Dialog';
import { Icon, type IconName } from './Icon';
import { PictureStage } from './PictureStage';

/** A picture that has been loaded. It is drawn again, never fetched again: an address works once. */
export interface ZoomPicture {
  readonly id: string;
  readonly name: string;
  readonly image: HTMLImageElement;
}

/** What the large view needs. */
export interface PictureViewerProps {
  readonly pictures: readonly ZoomPicture[];
  readonly start: string;
  readonly onClose: () => void;
}

const NONE: View = { scale: 1, x: 0, y: 0 };
const STEP = 1.25;
const PAN_PX = 80;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: PAN_PX, y: 0 }, ArrowRight: { x: -PAN_PX, y: 0 }, ArrowUp: { x: 0, y: PAN_PX }, ArrowDown: { x: 0, y: -PAN_PX },
};

/** Shows a picture large: zoom in and out, fit, real size, move by drag and arrows, Escape closes. */
export function PictureViewer({ pictures, start, onClose }: PictureViewerProps): JSX.Element | null {
  const index = useSignal(Math.max(0, pictures.findIndex(({ id }) => id === start)));
  const stage = useSignal({ width: 0, height: 0 });
  const view = useSignal(NONE);
  const fitted = useSignal(true);
  const picture = pictures[index.value];
  if (!picture) return null;

  const bounds = (): Bounds => ({ picture: { width: picture.image.naturalWidth, height: picture.image.naturalHeight }, stage: stage.value });
  const middle = (): Point => ({ x: stage.value.width / 2, y: stage.value.height / 2 });
  const fit = (): void => { fitted.value = true; view.value = fitView(bounds()); };
  const zoom = (factor: number, point = middle()): void => { fitted.value = false; view.value = zoomAt(view.value, factor, { ...bounds(), point }); };
  const full = (point = middle()): void => zoom(1 / view.value.scale, point);
  const pan = (by: Point): void => { view.value = panBy(view.value, by, bounds()); };
  const turn = (step: number): void => { index.value = Math.min(pictures.length - 1, Math.max(0, index.value + step)); fitted.value = true; };

  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(STEP), '=': () => zoom(STEP), '-': () => zoom(1 / STEP), '0': fit, '1': () => full(), '[': () => turn(-1), ']': () => turn(1),
  };
  const press = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    const act = arrow ? () => pan(arrow) : keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <Dialog name={picture.name} className="viewer" onClose={onClose} onKeyDown={press}>
      <header class="viewerHead">
        <h2>{picture.name}</h2>
        {pictures.length > 1 && (
          <div class="buttons">
            <Tool icon="back" name={say('zoom.previous')} onPress={() => turn(-1)} />
            <span class="small">{index.value + 1} / {pictures.length}</span>
            <Tool icon="next" name={say('zoom.next')} onPress={() => turn(1)} />
          </div>
        )}
        <div class="buttons">
          <Tool icon="minus" name={say('zoom.out')} onPress={() => zoom(1 / STEP)} />
          <output class="zoomLevel" aria-label={say('zoom.level', { percent: formatPercent(view.value.scale) })}>{formatPercent(view.value.scale)}</output>
          <Tool icon="plus" name={say('zoom.in')} onPress={() => zoom(STEP)} />
          <button type="button" class="button quiet" aria-pressed={fitted.value} onClick={fit}>{say('zoom.fit')}</button>
          <button type="button" class="button quiet" onClick={() => full()}>{say('zoom.full')}</button>
        </div>
        <Tool icon="close" name={say('zoom.close')} onPress={onClose} />
      </header>
      <PictureStage
        picture={picture} view={view.value}
        onResize={(size) => { stage.value = size; view.value = fitted.value ? fitView(bounds()) : panBy(view.value, { x: 0, y: 0 }, bounds()); }}
        onPan={pan} onZoom={zoom} onToggle={(point) => (fitted.value ? full(point) : fit())}
      />
      <p class="viewerHint small">{say('zoom.hint')}</p>
    </Dialog>
  );
}

const Tool = ({ icon, name, onPress }: { readonly icon: IconName; readonly name: string; readonly onPress: () => void }): JSX.Element => (
  <button type="button" class="button quiet iconOnly" aria-label={name} title={name} onClick={onPress}><Icon name={icon} /></button>
);
