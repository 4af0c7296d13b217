import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { AgentQuestion } from '../../../src/protocol/index';
import type { InstanceOfInbox } from '../inbox.model';
import { say } from '../texts';
import { Drawing } from './Drawing';
import { EvidencePane } from './EvidencePane';
import { Messages } from './Messages';
import { NoQuestion } from './NoQuestion';
import { ReplyEditor } from './ReplyEditor';
import { ThreadHead } from './ThreadHead';
import { useDrawing } from './useDrawing';

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
  const drawing = useDrawing(inbox, open.row.id);
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
            id="evidenceChoice"
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
          <Messages
            open={open}
            onShow={(attachment) => {
              pane.value = 'evidence';
              requestAnimationFrame(() => document.getElementById(`attachment-${attachment}`)?.focus());
            }}
          />
          <ReplyEditor inbox={inbox} open={open} onDraw={drawing.again} />
        </section>
        <EvidencePane
          open={open}
          grant={inbox.thread.grant}
          onDraw={(attachment) => {
            pane.value = 'talk'; // there it goes along
            void drawing.start(attachment);
          }}
        />
      </div>
      <Drawing subject={drawing.subject} onFailed={drawing.failed} />
    </>
  );
}
