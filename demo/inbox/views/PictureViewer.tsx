import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { formatPercent } from '../format';
import { say } from '../texts';
import type { Comparison, Point } from '../zoom';
import { Comparing } from './Comparing';
import { Dialog } from './Dialog';
import { Icon } from './Icon';
import { PictureStage, type ZoomPicture } from './PictureStage';
import { Tool } from './Tool';
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
  const comparing = useSignal(false);
  const way = useSignal<Comparison>('beside');
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
  const others = pictures.filter(({ id }) => id !== picture.id);
  const compare = (): void => {
    comparing.value = !comparing.value && others.length > 0;
    zoom.fit();
  };
  return (
    <Dialog
      name={picture.name}
      className="viewer"
      onClose={onClose}
      onKeyDown={(event) => {
        if (press(event, { zoom, turn, compare })) event.preventDefault();
      }}
    >
      <header class="viewerHead">
        <Title picture={picture} />
        {pictures.length > 1 && (
          <Pages turn={turn}>
            {index + 1} / {pictures.length}
          </Pages>
        )}
        {others.length > 0 && (
          <Tool icon="compare" name={say('compare.start')} pressed={comparing.value} onPress={compare} />
        )}
        {onDraw && (
          <button type="button" class="button drawButton" title={say('zoom.draw')} onClick={() => onDraw(picture.id)}>
            <Icon name="draft" />
            <span>{say('zoom.draw')}</span>
          </button>
        )}
        <ZoomTools zoom={zoom} />
        <Tool icon="close" name={say('zoom.close')} onPress={onClose} />
      </header>
      {comparing.value ? (
        <Comparing picture={picture} others={others} zoom={zoom} way={way} />
      ) : (
        <PictureStage picture={picture} zoom={zoom} />
      )}
      <p class="viewerHint small">{say('zoom.hint')}</p>
    </Dialog>
  );
}

const Title = ({ picture: { name, description } }: { readonly picture: ZoomPicture }): JSX.Element => (
  <div class="viewerTitle">
    <h2>{name}</h2>
    {description && <p class="small muted">{description}</p>}
  </div>
);

const STEP = 1.25;
const PAN_PX = 80;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: PAN_PX, y: 0 },
  ArrowRight: { x: -PAN_PX, y: 0 },
  ArrowUp: { x: 0, y: PAN_PX },
  ArrowDown: { x: 0, y: -PAN_PX },
};

interface Doings {
  readonly zoom: Zoom;
  readonly turn: (step: 1 | -1) => void;
  readonly compare: () => void;
}

/** A choice and a slider have arrows and letters of their own. */
const isOfField = ({ target }: KeyboardEvent): boolean => target instanceof Element && target.matches('select, input');

/** Does what a key asks of the picture; tells whether it was one of its keys. */
function press(event: KeyboardEvent, { zoom, turn, compare }: Doings): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isOfField(event)) return false;
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom.by(STEP),
    '=': () => zoom.by(STEP),
    '-': () => zoom.by(1 / STEP),
    '0': zoom.fit,
    '1': () => zoom.full(),
    '[': () => turn(-1),
    ']': () => turn(1),
    c: compare,
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
