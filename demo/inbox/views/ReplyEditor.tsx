import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { parseContent, type AgentQuestion } from '../../../src/protocol/index';
import type { AgentProblem } from '../agentBackend';
import { hasMarks, isTooLong, isWritten, REPLY_STATUSES, type Draft } from '../draft';
import type { InstanceOfInbox } from '../inbox.model';
import { hrefOf } from '../route';
import { say, type TextKey } from '../texts';
import { Icon } from './Icon';
import { RichText } from './RichText';
import { StatusMark } from './StatusMark';

/** What writing a reply needs. */
export interface ReplyEditorProps {
  readonly inbox: InstanceOfInbox;
  readonly open: AgentQuestion;
}

/** Lets the agent write a reply, choose what the question then is, and send it. A closed question is reopened first. */
export function ReplyEditor({ inbox, open: { row } }: ReplyEditorProps): JSX.Element {
  const { replies } = inbox;
  const draft = replies.drafts.value[row.id];
  const problem = replies.problems.value[row.id];
  const busy = replies.sending.value === row.id;
  const trouble = isTooLong(draft) ? 'reply.tooLong' : problem && !busy && problemText(problem);
  const send = (): void => void replies.send(row.id);
  const sendByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  if (replies.sent.value === row.id) return <AfterSending inbox={inbox} />;
  if (row.status === 'closed') return <p class="closedNote muted"><Icon name="check" />{say('thread.closed')}</p>;
  return (
    <form class="replyEditor" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <label class="replyLabel" for="reply">{say('reply.label', { name: row.asker })}</label>
      <textarea
        id="reply" rows={3} value={draft?.text ?? ''} aria-describedby="replyHint" aria-keyshortcuts="Control+Enter Meta+Enter" readOnly={busy}
        onInput={(event) => replies.write(row.id, event.currentTarget.value)} onKeyDown={sendByKey}
      />
      <p class="small muted replyHint"><span id="replyHint">{say('reply.hint')}</span>{isWritten(draft) && <span>{say('reply.kept')}</span>}</p>
      <Preview draft={draft} />
      <div class="replyFoot">
        <fieldset class="choice">
          <legend class="small muted">{say('reply.status')}</legend>
          {REPLY_STATUSES.map((status) => (
            <label key={status}>
              <input type="radio" name="replyStatus" value={status} checked={(draft?.status ?? 'answered') === status} onChange={() => replies.choose(row.id, status)} />
              <StatusMark status={status} /><span aria-hidden="true">{say(`status.${status}`)}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button primary" aria-disabled={busy || !isWritten(draft) || isTooLong(draft)}>
          <Icon name="send" />{say(busy ? 'reply.sending' : 'reply.send')}<kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      </div>
      <p class="replyProblem" role="status">{trouble && <><Icon name="warning" />{say(trouble)}</>}</p>
    </form>
  );
}

/** Shows how marks come out: the receiver reads them with the same rules. */
function Preview({ draft }: { readonly draft: Draft | undefined }): JSX.Element | null {
  const content = parseContent(draft?.text ?? '');
  if (!hasMarks(content)) return null;
  return (
    <section class="preview" aria-label={say('reply.preview')}>
      <p class="small muted" aria-hidden="true">{say('reply.preview')}</p>
      <div class="rich"><RichText content={content} /></div>
    </section>
  );
}

function problemText({ name, retryable }: AgentProblem): TextKey {
  if (name === 'submission-conflict') return 'reply.conflict';
  if (name === 'too-large') return 'reply.tooLong';
  return retryable ? 'reply.lost' : 'reply.refused';
}

function AfterSending({ inbox }: Pick<ReplyEditorProps, 'inbox'>): JSX.Element {
  const first = useRef<HTMLAnchorElement>(null);
  const next = inbox.next.value;
  useEffect(() => {
    first.current?.focus(); // the text field it stood in is gone; Enter goes on
  }, []);
  const again = (): void => {
    inbox.replies.rest();
    requestAnimationFrame(() => document.getElementById('reply')?.focus());
  };
  return (
    <div class="afterSending">
      <p><Icon name="check" /><strong>{say('reply.sent')}</strong></p>
      {next ? (
        <a ref={first} class="button primary" href={hrefOf({ filter: 'unanswered', question: next.id })}>{say('reply.next')}<Icon name="next" /></a>
      ) : (
        <p class="muted">{say('reply.allDone')}</p>
      )}
      <button type="button" class="button quiet" onClick={again}>{say('reply.again')}</button>
    </div>
  );
}
