import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button, Notice, useAnnounce, useText } from '../../ui';
import type { QuestionsModel } from '../questions.model';
import { partName } from './partText';

/** What the notices take. */
export interface UndoNoticesProps {
  readonly model: QuestionsModel;
  /** Gets the focus after undoing: the button that had it is gone. */
  readonly titleId: string;
}

/** Offers to put back what was taken out last: a question, or a part of one. */
export function UndoNotices({ model, titleId }: UndoNoticesProps): JSX.Element {
  const t = useText();
  const question = model.removed.value;
  const part = model.removedPart.value;
  return (
    <>
      {question && (
        <UndoNotice
          of={question}
          titleId={titleId}
          text={t('bundle.removed')}
          undo={t('bundle.undo')}
          onUndo={model.undoRemove}
        />
      )}
      {part && (
        <UndoNotice
          of={part}
          titleId={titleId}
          text={t('parts.removed', { part: partName(t, part.part) })}
          undo={t('parts.restore')}
          onUndo={model.undoRemovePart}
        />
      )}
    </>
  );
}

interface UndoNoticeProps {
  readonly titleId: string;
  /** What was taken out: another one is announced anew. */
  readonly of: object;
  readonly text: string;
  readonly undo: string;
  readonly onUndo: () => void;
}

function UndoNotice({ titleId, of, text, undo, onUndo }: UndoNoticeProps): JSX.Element {
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    announce(text);
    button.current?.focus(); // the button that took it out is gone
  }, [of]);
  const press = (): void => {
    const root = button.current?.getRootNode();
    onUndo();
    if (root && 'getElementById' in root) (root as Document | ShadowRoot).getElementById(titleId)?.focus(); // both have it
  };
  return (
    <Notice
      actions={
        <Button icon="undo" buttonRef={button} onPress={press}>
          {undo}
        </Button>
      }
    >
      {text}
    </Notice>
  );
}
