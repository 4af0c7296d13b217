import type { JSX } from 'preact';
import { parseContent, type AgentQuestion } from '../../../src/protocol/index';
import type { AgentProblem } from '../agentBackend';
import { hasMarks, isTooLong, isWritten, REPLY_STATUSES, type ReplyStatus } from '../draft';
import type { InstanceOfInbox } from '../inbox.model';
import type { InstanceOfReplies } from '../replies.model';
import type { ReplyPicture } from '../replyPicture';
import { replyProblemText } from '../replyProblemText';
import { say, type TextKey } from '../texts';
import { AfterSending } from './AfterSending';
import { Icon } from './Icon';
import { AttachButton, ReplyPictures } from './ReplyPictures';
import { RichText } from './RichText';
import { StatusMark } from './StatusMark';
import { useReplyFiles } from './useReplyFiles';

/** What writing a reply needs. */
export interface ReplyEditorProps {
  readonly inbox: InstanceOfInbox;
  readonly open: AgentQuestion;
  readonly onDraw: (picture: ReplyPicture) => void;
}

/** Lets the agent write a reply. After sending it says so; a closed question is reopened first. */
export function ReplyEditor({ inbox, open: { row }, onDraw }: ReplyEditorProps): JSX.Element {
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
  return (
    <Editor
      inbox={inbox}
      row={row}
      onDraw={onDraw}
      text={draft?.text ?? ''}
      status={draft?.status ?? 'answered'}
      ready={isWritten(draft) && !isTooLong(draft)}
      trouble={troubleOf(inbox, row.id, problems.value[row.id])}
      busy={sending.value === row.id}
    />
  );
}

/** What stands in the way of sending, or went wrong with it. */
function troubleOf(
  { replies: { drafts, pictures, sending } }: InstanceOfInbox,
  question: AgentQuestion['row']['id'],
  problem: AgentProblem | undefined,
): TextKey | undefined {
  const draft = drafts.value[question];
  if (isTooLong(draft)) return 'reply.tooLong';
  if (pictures.sentWords.value[question] && sending.value === undefined) return 'reply.wordsSent';
  if (problem) return replyProblemText(problem);
  const ofFile = pictures.troubles.value[question];
  if (ofFile) return `reply.file.${ofFile}`;
  return pictures.along.value[question]?.length && !isWritten(draft) ? 'reply.needsWords' : undefined;
}

interface EditorProps extends Pick<ReplyEditorProps, 'onDraw'> {
  readonly inbox: InstanceOfInbox;
  readonly row: AgentQuestion['row'];
  readonly text: string;
  readonly status: ReplyStatus;
  readonly ready: boolean;
  readonly trouble: TextKey | undefined;
  readonly busy: boolean;
}

/** The text, how it comes out, what the question then is, and sending. */
function Editor({ inbox: { replies }, row, text, status, ready, trouble, busy, onDraw }: EditorProps): JSX.Element {
  const files = useReplyFiles(replies, row.id);
  const pictures = replies.pictures.along.value[row.id] ?? [];
  const isRest = replies.pictures.sentWords.value[row.id] === true;
  const send = (): void => void replies.send(row.id);
  return (
    <form
      class="replyEditor"
      data-over={files.isOver.value}
      data-drop={say('reply.attach.drop')}
      onDragOver={files.dragOver}
      onDragLeave={files.dragLeave}
      onDrop={files.drop}
      onPaste={files.paste}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Words replies={replies} row={row} text={text} fixed={busy || isRest} onSend={send} onFiles={files.take} />
      <ReplyPictures
        pictures={pictures}
        fixed={busy || isRest}
        onDraw={onDraw}
        onRemove={({ manifest }) => {
          replies.pictures.remove(row.id, manifest.id);
          document.getElementById('reply')?.focus();
        }}
      />
      <Preview text={text} />
      <div class="replyFoot">
        <StatusChoice value={status} onChoose={(next) => replies.choose(row.id, next)} />
        <button type="submit" class="button primary" aria-disabled={busy || !ready}>
          <Icon name="send" />
          {say(busy ? 'reply.sending' : isRest ? 'reply.rest' : 'reply.send')}
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

interface WordsProps extends Pick<EditorProps, 'row' | 'text'> {
  readonly replies: InstanceOfReplies;
  readonly fixed: boolean;
  readonly onSend: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The field to write in; Ctrl+Enter sends. */
function Words({ replies, row, text, fixed, onSend, onFiles }: WordsProps): JSX.Element {
  const hasPictures = (replies.pictures.along.value[row.id]?.length ?? 0) > 0;
  const sendByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  return (
    <>
      <div class="replyTop">
        <label class="replyLabel" for="reply">
          {say('reply.label', { name: row.asker })}
        </label>
        <AttachButton disabled={fixed} onFiles={onFiles} />
      </div>
      <textarea
        id="reply"
        rows={3}
        value={text}
        readOnly={fixed}
        aria-describedby="replyHint"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onInput={(event) => replies.write(row.id, event.currentTarget.value)}
        onKeyDown={sendByKey}
      />
      <p class="small muted replyHint">
        <span id="replyHint">{say('reply.hint')}</span>
        {text !== '' && <span>{say(hasPictures ? 'reply.pictures.kept' : 'reply.kept')}</span>}
      </p>
    </>
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
