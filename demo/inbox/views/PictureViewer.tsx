import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { formatPercent } from '../format';
import { say } from '../texts';
import type { Point } from '../zoom';
import { Dialog } from './Dialog';
import { Icon, type IconName } from './Icon';
import { PictureStage, type ZoomPicture } from './PictureStage';
import { useZoom, type Zoom } from './useZoom';

/** What the large view needs. */
export interface PictureViewerProps {
  readonly pictures: readonly ZoomPicture[];
  readonly start: string;
  readonly onClose: () => void;
  /** Draws on the picture that is shown, for a reply. Left out: there is no reply to be written. */
  readonly onDraw?: ((picture: ZoomPicture['id']) => void) | undefined;
}

/** Shows a picture large: zoom in and out, fit, real size, move by drag and arrows, Escape closes. */
export function PictureViewer({ pictures, start, onClose, onDraw }: PictureViewerProps): JSX.Element | null {
  const shown = useSignal(start);
  const index = Math.max(
    0,
    pictures.findIndex(({ id }) => id === shown.value),
  );
  const picture = pictures[index];
  const zoom = useZoom(() => ({ width: picture?.image.naturalWidth ?? 0, height: picture?.image.naturalHeight ?? 0 }));
  if (!picture) return null;

  const turn = (step: 1 | -1): void => {
    const other = pictures[index + step];
    if (!other) return;
    shown.value = other.id;
    zoom.fit();
  };
  return (
    <Dialog
      name={picture.name}
      className="viewer"
      onClose={onClose}
      onKeyDown={(event) => {
        if (press(event, zoom, turn)) event.preventDefault();
      }}
    >
      <header class="viewerHead">
        <h2>{picture.name}</h2>
        {pictures.length > 1 && (
          <Pages turn={turn}>
            {index + 1} / {pictures.length}
          </Pages>
        )}
        {onDraw && (
          <button type="button" class="button" onClick={() => onDraw(picture.id)}>
            <Icon name="draft" />
            {say('zoom.draw')}
          </button>
        )}
        <ZoomTools zoom={zoom} />
        <Tool icon="close" name={say('zoom.close')} onPress={onClose} />
      </header>
      <PictureStage picture={picture} zoom={zoom} />
      <p class="viewerHint small">{say('zoom.hint')}</p>
    </Dialog>
  );
}

const STEP = 1.25;
const PAN_PX = 80;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: PAN_PX, y: 0 },
  ArrowRight: { x: -PAN_PX, y: 0 },
  ArrowUp: { x: 0, y: PAN_PX },
  ArrowDown: { x: 0, y: -PAN_PX },
};

/** Does what a key asks of the picture; tells whether it was one of its keys. */
function press(event: KeyboardEvent, zoom: Zoom, turn: (step: 1 | -1) => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom.by(STEP),
    '=': () => zoom.by(STEP),
    '-': () => zoom.by(1 / STEP),
    '0': zoom.fit,
    '1': () => zoom.full(),
    '[': () => turn(-1),
    ']': () => turn(1),
  };
  const arrow = ARROWS[event.key];
  const act = arrow ? () => zoom.pan(arrow) : keys[event.key];
  act?.();
  return act !== undefined;
}

interface PagesProps {
  readonly turn: (step: 1 | -1) => void;
  readonly children: ComponentChildren;
}

const Pages = ({ turn, children }: PagesProps): JSX.Element => (
  <div class="buttons">
    <Tool icon="back" name={say('zoom.previous')} onPress={() => turn(-1)} />
    <span class="small number">{children}</span>
    <Tool icon="next" name={say('zoom.next')} onPress={() => turn(1)} />
  </div>
);

function ZoomTools({ zoom }: { readonly zoom: Zoom }): JSX.Element {
  const percent = formatPercent(zoom.view.value.scale);
  return (
    <div class="buttons">
      <Tool icon="minus" name={say('zoom.out')} onPress={() => zoom.by(1 / STEP)} />
      <output class="zoomLevel" aria-label={say('zoom.level', { percent })}>
        {percent}
      </output>
      <Tool icon="plus" name={say('zoom.in')} onPress={() => zoom.by(STEP)} />
      <button type="button" class="button quiet" aria-pressed={zoom.fitted.value} onClick={zoom.fit}>
        {say('zoom.fit')}
      </button>
      <button type="button" class="button quiet" onClick={() => zoom.full()}>
        {say('zoom.full')}
      </button>
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress: () => void;
}

const Tool = ({ icon, name, onPress }: ToolProps): JSX.Element => (
  <button type="button" class="button quiet iconOnly" aria-label={name} title={name} onClick={onPress}>
    <Icon name={icon} />
  </button>
);
