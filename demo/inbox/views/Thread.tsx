import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Fragment, type JSX } from 'preact';
import type { AgentQuestion } from '../../../src/protocol/index';
import type { InstanceOfInbox } from '../inbox.model';
import { hrefOf } from '../route';
import { say } from '../texts';
import { EvidencePane } from './EvidencePane';
import { Icon } from './Icon';
import { Messages } from './Messages';
import { ReplyEditor } from './ReplyEditor';
import { ThreadHead } from './ThreadHead';

/** What the right side of the desk needs. */
export interface ThreadProps {
  readonly inbox: InstanceOfInbox;
}

/** Shows the question that is open, or says how to open one. */
export function Thread({ inbox }: ThreadProps): JSX.Element {
  const { id, question, problem } = inbox.thread;
  const open = question.value;
  return (
    <section
      class="thread"
      id="thread"
      tabIndex={-1}
      aria-label={say('thread.label')}
      aria-busy={id.value !== undefined && !open && !problem.value}
    >
      {open ? <OpenQuestion key={open.row.id} inbox={inbox} open={open} /> : <NoQuestion inbox={inbox} />}
    </section>
  );
}

interface OpenQuestionProps extends ThreadProps {
  readonly open: AgentQuestion;
}

function OpenQuestion({ inbox, open }: OpenQuestionProps): JSX.Element {
  const pane = useSignal<'talk' | 'evidence'>('talk');
  useEffect(() => {
    const at = document.activeElement;
    if (at === document.body || at?.closest('#questions, #thread')) document.getElementById('threadHeading')?.focus();
  }, []);
  return (
    <>
      <ThreadHead inbox={inbox} open={open} />
      <div class="panes" data-pane={pane.value}>
        <div class="paneChoice" role="group" aria-label={say('thread.heading', { number: open.row.number })}>
          <button
            type="button"
            aria-pressed={pane.value === 'talk'}
            onClick={() => {
              pane.value = 'talk';
            }}
          >
            {say('thread.talk')}
          </button>
          <button
            type="button"
            aria-pressed={pane.value === 'evidence'}
            onClick={() => {
              pane.value = 'evidence';
            }}
          >
            {open.attachments.length > 0
              ? say('thread.evidence.count', { n: open.attachments.length })
              : say('thread.evidence')}
          </button>
        </div>
        <section class="talk" aria-label={say('thread.talk')}>
          <Messages open={open} />
          <ReplyEditor inbox={inbox} open={open} />
        </section>
        <EvidencePane open={open} grant={inbox.thread.grant} />
      </div>
    </>
  );
}

function NoQuestion({ inbox }: ThreadProps): JSX.Element {
  const { id, problem, load } = inbox.thread;
  if (id.value === undefined) {
    return (
      <div class="empty">
        <span class="emptyMark">
          <Icon name="inbox" />
        </span>
        <p class="emptyTitle">{say('thread.none')}</p>
        <p class="muted">{withKeys(say('thread.none.sub', { next: '[j]', previous: '[k]', open: '[Enter]' }))}</p>
      </div>
    );
  }
  const back = (
    <a class="button" href={hrefOf({ filter: inbox.list.filter.value })}>
      <Icon name="back" />
      {say('thread.back')}
    </a>
  );
  if (!problem.value)
    return (
      <div class="empty ghostThread">
        <p class="muted">{say('thread.loading')}</p>
      </div>
    );
  return (
    <div class="empty">
      <Icon name="warning" />
      <p class="emptyTitle">{say([404, 410].includes(problem.value.status) ? 'thread.gone' : 'thread.failed')}</p>
      <p class="buttons">
        <button type="button" class="button" onClick={() => void load()}>
          {say('retry')}
        </button>
        {back}
      </p>
    </div>
  );
}

/** Puts keycaps where a sentence names a key between brackets. */
const withKeys = (sentence: string): JSX.Element[] =>
  sentence
    .split(/\[(\w+)\]/)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? <kbd>{part}</kbd> : part}</Fragment>);
