import type { JSX } from 'preact';
import { parseContent, type AgentQuestion } from '../../../src/protocol/index';
import type { AgentProblem } from '../agentBackend';
import { hasMarks, isTooLong, isWritten, REPLY_STATUSES, type ReplyStatus } from '../draft';
import type { InstanceOfInbox } from '../inbox.model';
import { say, type TextKey } from '../texts';
import { AfterSending } from './AfterSending';
import { Icon } from './Icon';
import { RichText } from './RichText';
import { StatusMark } from './StatusMark';

/** What writing a reply needs. */
export interface ReplyEditorProps {
  readonly inbox: InstanceOfInbox;
  readonly open: AgentQuestion;
}

/** Lets the agent write a reply. After sending it says so; a closed question is reopened first. */
export function ReplyEditor({ inbox, open: { row } }: ReplyEditorProps): JSX.Element {
  const { sent, drafts, problems, sending } = inbox.replies;
  if (sent.value === row.id) return <AfterSending inbox={inbox} />;
  if (row.status === 'closed')
    return (
      <p class="closedNote muted">
        <Icon name="check" />
        {say('thread.closed')}
      </p>
    );
  const draft = drafts.value[row.id];
  const problem = problems.value[row.id];
  return (
    <Editor
      inbox={inbox}
      row={row}
      text={draft?.text ?? ''}
      status={draft?.status ?? 'answered'}
      ready={isWritten(draft) && !isTooLong(draft)}
      trouble={isTooLong(draft) ? 'reply.tooLong' : problem && problemText(problem)}
      busy={sending.value === row.id}
    />
  );
}

interface EditorProps {
  readonly inbox: InstanceOfInbox;
  readonly row: AgentQuestion['row'];
  readonly text: string;
  readonly status: ReplyStatus;
  readonly ready: boolean;
  readonly trouble: TextKey | undefined;
  readonly busy: boolean;
}

/** The text, how it comes out, what the question then is, and sending. */
function Editor({ inbox: { replies }, row, text, status, ready, trouble, busy }: EditorProps): JSX.Element {
  const send = (): void => void replies.send(row.id);
  const sendByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="replyEditor"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="replyLabel" for="reply">
        {say('reply.label', { name: row.asker })}
      </label>
      <textarea
        id="reply"
        rows={3}
        value={text}
        readOnly={busy}
        aria-describedby="replyHint"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onInput={(event) => replies.write(row.id, event.currentTarget.value)}
        onKeyDown={sendByKey}
      />
      <p class="small muted replyHint">
        <span id="replyHint">{say('reply.hint')}</span>
        {text !== '' && <span>{say('reply.kept')}</span>}
      </p>
      <Preview text={text} />
      <div class="replyFoot">
        <StatusChoice value={status} onChoose={(next) => replies.choose(row.id, next)} />
        <button type="submit" class="button primary" aria-disabled={busy || !ready}>
          <Icon name="send" />
          {say(busy ? 'reply.sending' : 'reply.send')}
          <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      </div>
      <p class="replyProblem" role="status">
        {trouble && (
          <>
            <Icon name="warning" />
            {say(trouble)}
          </>
        )}
      </p>
    </form>
  );
}

/** Shows how marks come out: the receiver reads them with the same rules. */
function Preview({ text }: { readonly text: string }): JSX.Element | null {
  const content = parseContent(text);
  if (!hasMarks(content)) return null;
  return (
    <section class="preview" aria-label={say('reply.preview')}>
      <p class="small muted" aria-hidden="true">
        {say('reply.preview')}
      </p>
      <div class="rich">
        <RichText content={content} />
      </div>
    </section>
  );
}

interface StatusChoiceProps {
  readonly value: ReplyStatus;
  readonly onChoose: (status: ReplyStatus) => void;
}

const StatusChoice = ({ value, onChoose }: StatusChoiceProps): JSX.Element => (
  <fieldset class="choice">
    <legend class="small muted">{say('reply.status')}</legend>
    {REPLY_STATUSES.map((status) => (
      <label key={status}>
        <input
          type="radio"
          name="replyStatus"
          value={status}
          checked={value === status}
          onChange={() => onChoose(status)}
        />
        <StatusMark status={status} />
        <span aria-hidden="true">{say(`status.${status}`)}</span>
      </label>
    ))}
  </fieldset>
);

function problemText({ name, retryable }: AgentProblem): TextKey {
  if (name === 'submission-conflict') return 'reply.conflict';
  if (name === 'too-large') return 'reply.tooLong';
  return retryable ? 'reply.lost' : 'reply.refused';
}
