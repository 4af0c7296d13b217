import { useMemo, useState } from 'preact/hooks';
import { AnnotationEditor, type AnnotationModelInstance } from '../../../src/capture/editor';
import { Button, useText } from '../../../src/ui';
import type { Scene } from '../scene';
import { sampleEditor, sampleShapes, sampleSpots, type SampleEditor } from './sampleEditor';

interface EditorProps extends SampleEditor {
  readonly kind?: 'screenshot' | 'file';
  readonly then?: (model: AnnotationModelInstance) => void;
}

const Editor = ({ kind = 'screenshot', then, ...sample }: EditorProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(true);
  const model = useMemo(() => {
    const made = sampleEditor(sample);
    setTimeout(() => then?.(made));
    return made;
  }, []);
  return isOpen ? (
    <AnnotationEditor model={model} kind={kind} onClosed={() => setOpen(false)} />
  ) : (
    <Button onPress={() => setOpen(true)}>{t('att.edit.short')}</Button>
  );
};

const long = 'Behandelovereenkomstgegevens van de wettelijk vertegenwoordiger';

/** A picture in a layer of its own, to be covered, pointed at and cut. */
export const annotationEditor: Scene = {
  title: 'AnnotationEditor',
  states: {
    fresh: () => <Editor />,
    nothingCovered: () => <Editor spots={[]} />,
    manySpots: () => <Editor spots={sampleSpots(60)} />,
    longWords: () => <Editor spots={sampleSpots(4, long)} alt={long} />,
    shapes: () => <Editor earlier={{ shapes: sampleShapes }} alt="De lijst verspringt." />,
    chosen: () => <Editor earlier={{ shapes: sampleShapes }} then={({ work }) => void (work.selected.value = 2)} />,
    writing: () => <Editor earlier={{ shapes: sampleShapes }} then={({ work }) => void (work.selected.value = 4)} />,
    cropped: () => (
      <Editor
        earlier={{ shapes: sampleShapes, crop: [200, 70, 560, 380] }}
        then={({ work }) => void (work.selected.value = 'crop')}
      />
    ),
    enlarged: () => <Editor then={({ zoom }) => void (zoom.zoom.value = 2)} />,
    revealed: () => <Editor earlier={{ revealed: [{ spot: 0, at: 0 }] }} />,
    drawing: () => <Editor earlier={{ revealed: [{ spot: 0, at: 0 }] }} drawing="slow" />,
    drawFails: () => <Editor earlier={{ revealed: [{ spot: 0, at: 0 }] }} drawing="fails" />,
    afterReload: () => <Editor spots={[]} fixedSpots={12} canRetake={false} />,
    file: () => <Editor kind="file" spots={[]} canRetake={false} />,
    saving: () => <Editor saving="slow" then={(model) => void model.finish(true)} />,
    full: () => <Editor saving="storage-full" then={(model) => void model.finish(true)} />,
    failed: () => <Editor saving="internal" then={(model) => void model.finish(true)} />,
  },
};
