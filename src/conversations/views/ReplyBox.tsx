import type { JSX } from 'preact';
import { TextField, useText } from '../../ui';
import type { ConversationsModel } from '../conversations.model';

/** What a `ReplyBox` takes. */
export interface ReplyBoxProps {
  readonly model: ConversationsModel;
  readonly onSend: () => void;
}

/** Draws the box for a reply. What is typed is kept per question. */
export function ReplyBox({ model, onSend }: ReplyBoxProps): JSX.Element {
  const t = useText();
  return (
    <TextField
      multiline
      rows={3}
      label={t('reply.label')}
      value={model.thread.draft.value}
      onInput={model.thread.type}
      onSubmit={onSend}
    />
  );
}
