import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { problemText, type Format, type Translate } from '../../../locale';
import { Button, Dialog, Notice, on, TextField, useAnnounce, useFormat, useSheet, useText } from '../../../ui';
import type { AnnotationModelInstance, Saving } from '../annotation.model';
import type { NamedSpot } from '../pageParts';
import { CoveredSpots, RevealDialog } from './CoveredSpots';
import sheet from './editor.css';
import { EditorToolbar } from './EditorToolbar';
import { KeysDialog } from './KeysDialog';
import { newsText, spotName } from './names';
import { PageParts } from './PageParts';
import { PictureCanvas } from './PictureCanvas';
import { SelectionBar } from './SelectionBar';

/** What an `AnnotationEditor` takes. */
export interface AnnotationEditorProps {
  readonly model: AnnotationModelInstance;
  /** `screenshot` lists what is covered in it; any other picture has nothing covered. */
  readonly kind: 'screenshot' | 'file';
  /** Called once the work is kept and the layer can go. */
  readonly onClosed: (isDone: boolean) => void;
}

/**
 * Draws a picture in a layer of its own, to be covered, pointed at, cut and described. Mouse, finger, pen and keys can do the same.
 * Closing it keeps the work as well; when that fails it stays open and says so.
 */
export function AnnotationEditor({ model, kind, onClosed }: AnnotationEditorProps): JSX.Element {
  const t = useText();
  const finish = async (isDone: boolean): Promise<void> => {
    if (await model.finish(isDone)) onClosed(isDone);
  };
  const keys = on({
    keydown: (event) => {
      if (event.defaultPrevented || !isHeld(event)) return;
      if (event.key === 'Enter') void finish(true);
      else if (isInField(event) || !stepByKey(event, model)) return;
      event.preventDefault();
    },
  });
  return (
    <div {...keys}>
      <Dialog
        wide
        tall
        title={t(kind === 'screenshot' ? 'mask.title' : 'mask.title.file')}
        onClose={() => void finish(false)}
        actions={<Actions model={model} onDone={() => void finish(true)} />}
      >
        <Table model={model} kind={kind} />
      </Dialog>
    </div>
  );
}

/** Inside the layer, so that it speaks in the layer's own live region. */
function Table({ model, kind }: Pick<AnnotationEditorProps, 'model' | 'kind'>): JSX.Element {
  const t = useText();
  const outer = useSheet<HTMLDivElement>(sheet);
  const words = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const asked = useSignal<NamedSpot | undefined>(undefined);
  const areKeysListed = useSignal(false);
  const listKeys = (isListed: boolean) => (): void => void (areKeysListed.value = isListed);
  const { spots, pixels, work, shapes, alt } = model;
  useSpokenNews(model);
  useWritingFirst(model, words);
  const tapSpot = (named: NamedSpot): void => {
    if (spots.revealed.peek().has(named.spot.id)) spots.cover(named.spot.id);
    else if (named.spot.canReveal && spots.canReveal.peek()) asked.value = named;
  };
  const focusPicture = (): void =>
    outer.current?.querySelector<SVGElement>('.mask-canvas')?.focus({ preventScroll: true });
  const letGo = on<HTMLDivElement>({
    keydown: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || work.selected.peek() === undefined) return;
      event.preventDefault(); // wherever the focus is: what is chosen is let go of before the layer is
      focusPicture();
      shapes.chosen.select(undefined);
    },
  });
  const ask = asked.value;
  return (
    <div class="mask" ref={outer} {...letGo}>
      <EditorToolbar model={model} onKeys={listKeys(true)} />
      <SelectionBar model={model} wordsRef={words} onLeave={focusPicture} />
      <div class="mask-table">
        <PictureCanvas model={model} onSpot={tapSpot} onWrite={() => words.current?.focus()} onKeys={listKeys(true)} />
        <div class="mask-side">
          <PageParts model={model} />
          <TextField
            multiline
            rows={2}
            maxLength={300}
            label={t('mask.alt.label')}
            value={alt.value}
            onInput={(text) => (alt.value = text)}
          />
          {kind === 'screenshot' && <CoveredSpots model={model} onAsk={(named) => (asked.value = named)} />}
        </div>
      </div>
      {pixels.isDrawing.value && <p class="mask-busy small">{t('mask.drawing')}</p>}
      {areKeysListed.value && <KeysDialog onClose={listKeys(false)} />}
      {ask && (
        <RevealDialog
          name={spotName(t, ask)}
          onClose={() => (asked.value = undefined)}
          onReveal={() => {
            asked.value = undefined;
            work.selected.value = undefined;
            spots.reveal(ask.spot.id);
          }}
        />
      )}
    </div>
  );
}

function Actions({
  model,
  onDone,
}: {
  readonly model: AnnotationModelInstance;
  readonly onDone: () => void;
}): JSX.Element {
  const t = useText();
  const { saving, pixels } = model;
  const isBusy = saving.value.state === 'saving' || pixels.isDrawing.value;
  return (
    <>
      <Failure model={model} />
      {pixels.canRetake() && (
        <Button icon="camera" busy={pixels.isDrawing.value} onPress={() => void pixels.retake()}>
          {t('mask.retake')}
        </Button>
      )}
      <Button kind="primary" icon="check" busy={isBusy} keys="Control+Enter" onPress={onDone}>
        {t('mask.done')}
      </Button>
    </>
  );
}

function Failure({ model: { saving, pixels } }: { readonly model: AnnotationModelInstance }): JSX.Element | null {
  const t = useText();
  const format = useFormat();
  const announce = useAnnounce();
  const now = saving.value;
  const text =
    now.state === 'failed'
      ? failureText(t, now, format.size)
      : pixels.problem.value !== undefined
        ? t('mask.failed.draw')
        : undefined;
  useEffect(() => {
    if (text !== undefined) announce(text);
  }, [text]);
  return text === undefined ? null : (
    <div class="mask-failure">
      <Notice kind="danger">{text}</Notice>
    </div>
  );
}

const failureText = (
  t: Translate,
  { code, limit = 0 }: Extract<Saving, { state: 'failed' }>,
  size: Format['size'],
): string => {
  const key = problemText(code);
  return key === 'err.send' ? t('mask.failed') : t(key, { max: size(limit), n: limit, types: '' });
};

const isHeld = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !isComposing;

/** Undo and redo. Answers whether the key is one of these. */
function stepByKey({ key, shiftKey }: KeyboardEvent, { work }: AnnotationModelInstance): boolean {
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) work.redo();
  else if (letter === 'z') work.undo();
  return letter === 'y' || letter === 'z';
}

/** A field has an undo of its own. By the composed path: our elements stand in a shadow tree. */
const isInField = (event: Event): boolean => {
  const [first] = event.composedPath();
  return first instanceof HTMLTextAreaElement || (first instanceof HTMLInputElement && first.type === 'text');
};

/** Says what happened, to people who listen. */
function useSpokenNews({ work, spots }: AnnotationModelInstance): void {
  const t = useText();
  const announce = useAnnounce();
  const news = work.news.value;
  useEffect(() => {
    if (!news) return;
    const spot = (id: number): string => {
      const named = spots.named.peek().find((one) => one.spot.id === id);
      return named ? spotName(t, named) : '';
    };
    announce(newsText(t, news, { annotations: work.annotations.peek(), spot }));
  }, [news]);
}

/** A new text is written at once: its field gets the focus, with what stands there chosen. */
function useWritingFirst(
  { work }: AnnotationModelInstance,
  words: { readonly current: HTMLInputElement | null },
): void {
  const news = work.news.value;
  useEffect(() => {
    if (news?.kind !== 'placed' || news.shape.kind !== 'text') return;
    words.current?.focus();
    words.current?.select();
  }, [news]);
}
