import '@preact/signals';
import type { JSX } from 'preact';
import { TextField, useText } from '../../ui';
import type { QuestionsModel } from '../questions.model';

/** What an `AskField` takes. */
export interface AskFieldProps {
  readonly model: QuestionsModel;
  /** Enter was pressed: go on to the question form. */
  readonly onAsk: () => void;
}

/** Draws the field on the home screen. What is typed here is kept, and goes along to the form. */
export function AskField({ model, onAsk }: AskFieldProps): JSX.Element {
  const t = useText();
  return (
    <TextField
      label={t('home.type.label')}
      value={model.bundle.value.asking}
      onInput={model.type}
      onEnter={onAsk}
      onSubmit={onAsk}
    />
  );
}
