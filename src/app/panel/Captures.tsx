import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button, listenForFiles, Notice, Skeleton, useText } from '../../ui';
import type { PanelContext } from './panelContext';
import { useChunk } from './useChunk';

/** Joins pictures and files with the question that is open; their chunk is fetched now. What is pasted or dropped meanwhile is kept for it. */
export function Captures(context: PanelContext): JSX.Element {
  const t = useText();
  const { port, workspace } = context;
  const part = useChunk(port.lazy.captures);
  const kept = useRef<File[]>([]);
  const isHovering = useSignal(false);
  const add = (): void => {
    const release = workspace.hold();
    const loaded = workspace.loadCapture();
    void loaded.then((model) => model?.addFiles(kept.current.splice(0))).finally(release);
  };
  useLayoutEffect(
    () =>
      listenForFiles(port.root.shadowRoot ?? port.root, {
        onFiles: (files) => {
          kept.current.push(...files);
          add();
        },
        onHovering: (isAbove) => (isHovering.value = isAbove),
      }),
    [workspace],
  );
  useLayoutEffect(() => (part.state === 'here' ? add() : undefined), [part.state]);
  if (part.state === 'here') return <part.chunk.QuestionCaptures context={context} isHovering={isHovering} />;
  if (part.state === 'loading')
    return (
      <div class="captures-coming">
        <Skeleton lines={4} />
      </div>
    );
  return (
    <Notice kind="warning" actions={<Button onPress={part.retry}>{t('err.retry')}</Button>}>
      {t('err.capture')}
    </Notice>
  );
}
