import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import type { AnnotationModelInstance } from '../../capture/editor';
import { disposeModel } from '../../foundation/disposeModel';
import { withTexts, type Translate } from '../../locale';
import { scrubText } from '../../privacy';
import { Button, Notice, Skeleton, TextProvider, useAnnounce, useFormat, useText } from '../../ui';
import { clientNames } from '../clientNames';
import type { PanelContext } from '../panel/panelContext';
import { useChunk } from '../panel/useChunk';
import { createEditing, isScreenshot, originOf, type Editor, type EditTarget } from './createEditing';

/** What a `PictureEditing` takes. */
export interface PictureEditingProps {
  readonly context: PanelContext;
  readonly target: EditTarget;
  /** The layer is gone. */
  readonly onClosed: () => void;
}

/** Opens a picture in a layer of its own; the part that draws is fetched now. */
export function PictureEditing(props: PictureEditingProps): JSX.Element {
  const t = useText();
  const part = useChunk(props.context.port.lazy.editor);
  if (part.state === 'here') return <OpenPicture {...props} editor={part.chunk} />;
  if (part.state === 'loading') return <Skeleton lines={1} />;
  return (
    <Notice kind="warning" actions={<Button onPress={part.retry}>{t('err.retry')}</Button>}>
      {t('state.failed')}
    </Notice>
  );
}

function OpenPicture({
  context,
  target,
  onClosed,
  editor,
}: PictureEditingProps & { readonly editor: Editor }): JSX.Element | null {
  const { port, workspace } = context;
  const { AnnotationEditor } = editor;
  const translate = useEditorText(context, editor);
  const format = useFormat();
  const announce = useAnnounce();
  useLayoutEffect(() => workspace.hold(), []); // whose it is does not change under the pencil
  const opened = useSignal<AnnotationModelInstance | undefined>(undefined);
  useEffect(() => {
    const open = async (): Promise<void> => {
      const capture = workspace.capture.peek();
      const origin = capture && (await originOf(capture, target));
      if (!capture || !origin) return onClosed();
      const scrub = (text: string): string => scrubText(text, { names: clientNames(port.app.settings.peek()) });
      opened.value = createEditing({ editor, capture, target, origin, translate, clock: port.clock, scrub });
    };
    void open();
    return () => {
      const last = opened.peek();
      if (last) disposeModel(last);
    };
  }, []);
  const model = opened.value;
  if (!model) return null;
  const close = (isDone: boolean): void => {
    onClosed();
    if (target.kind === 'attached') announce(translate('say.kept', { name: target.name }));
    else if (isDone) announce(translate('q.shot.added'));
  };
  return (
    <TextProvider translate={translate} format={format}>
      <AnnotationEditor model={model} kind={isScreenshot(target) ? 'screenshot' : 'file'} onClosed={close} />
    </TextProvider>
  );
}

/** The texts of the editor come with its chunk; the host's own wording wins from them as well. */
function useEditorText({ port: { app } }: PanelContext, { editorTexts }: Editor): Translate {
  const t = useText();
  const { locale, brand, messages } = app.settings.value;
  return useMemo(
    () => withTexts(t, { locale, messages: editorTexts[locale], brand: brand.name, overrides: messages }),
    [t, locale],
  );
}
