import { render, type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import {
  AnnotationEditor,
  AnnotationModel,
  editorTexts,
  exportPicture,
  measureText,
  type AnnotationModelInstance,
  type FinishedWork,
} from '../../../src/capture/editor/index';
import { createFormat, createTranslate, nl } from '../../../src/locale/index';
import { DEFAULT_LIMITS } from '../../../src/protocol/index';
import { adoptSheets, Announcer, applyTheme, sheets, TextProvider } from '../../../src/ui/index';

/** What drawing on a picture needs. */
export interface DrawingLayerProps {
  readonly picture: Blob;
  /** Called with the picture in which everything is burnt in, and what there is to see in words. */
  readonly onDrawn: (picture: Blob, alt: string) => void;
  /** Called when the layer is gone, also without anything drawn. */
  readonly onClosed: () => void;
  /** It is no picture after all. */
  readonly onFailed: () => void;
}

const translate = createTranslate({ locale: 'nl', messages: { ...nl, ...editorTexts.nl }, brand: 'Cliendo' });
const format = createFormat('nl');
const clock = {
  now: () => Date.now(),
  after(delayMs: number, action: () => void) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Opens the editor of the product over the inbox: the same tools as the asker has, in a shadow root with sheets of its own. */
export function DrawingLayer(props: DrawingLayerProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? stage(host.current, props) : undefined), [props.picture]);
  return <div ref={host} onKeyDown={(event) => event.stopPropagation()} />; // keys in the editor are not the desk's
}

/** Draws the editor in a root of its own; gives the undo. */
function stage(host: HTMLElement, props: DrawingLayerProps): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const undoSheets = adoptSheets(root, sheets);
  const undoTheme = applyTheme(host);
  let isOver = false;
  createModel(props)
    .then((model) => {
      if (isOver) return;
      render(
        <TextProvider translate={translate} format={format}>
          <Announcer clock={clock}>
            <AnnotationEditor model={model} kind="file" onClosed={props.onClosed} />
          </Announcer>
        </TextProvider>,
        root,
      );
    })
    .catch(props.onFailed);
  return () => {
    isOver = true;
    render(null, root);
    undoTheme();
    undoSheets();
  };
}

async function createModel({ picture, onDrawn }: DrawingLayerProps): Promise<AnnotationModelInstance> {
  const bitmap = await createImageBitmap(picture);
  const size = { width: bitmap.width, height: bitmap.height };
  bitmap.close();
  const base = { bytes: await picture.arrayBuffer(), type: picture.type, ...size };
  return new AnnotationModel({
    subject: { picture: base, size, spots: [], landmarks: [], fixedSpots: 0 },
    now: clock.now,
    newText: translate('mask.tool.text'),
    measure: measureText,
    save: (work) => save(work, onDrawn),
  });
}

/** Burns the work in. Closing without anything drawn changes nothing. */
async function save(work: FinishedWork, onDrawn: DrawingLayerProps['onDrawn']): ReturnType<typeof exportPicture> {
  const { picture, annotations, hasChanged, isDone, alt } = work;
  const mostBytes = Math.min(DEFAULT_LIMITS.imageBytes, DEFAULT_LIMITS.fileBytes);
  const made = await exportPicture({ picture, annotations, mostBytes });
  if (made.ok && (hasChanged || isDone)) onDrawn(new Blob([made.value.bytes], { type: made.value.type }), alt);
  return made;
}
