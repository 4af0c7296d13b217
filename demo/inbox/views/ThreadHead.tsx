import type { JSX } from 'preact';
import type { AgentQuestion, AgentStatus } from '../../../src/protocol/index';
import { formatMoment } from '../format';
import type { InstanceOfInbox } from '../inbox.model';
import { hrefOf } from '../route';
import { say } from '../texts';
import { Icon } from './Icon';
import { StatusBadge, StatusMark } from './StatusMark';

/** What the head of an open question needs. */
export interface ThreadHeadProps {
  readonly inbox: InstanceOfInbox;
  readonly open: AgentQuestion;
}

/** Shows number, asker and status, what the agent can do without words, and the other questions of the bundle. */
export function ThreadHead({ inbox, open }: ThreadHeadProps): JSX.Element {
  const { row, siblings, byMail } = open;
  return (
    <header class="threadHead">
      <div class="threadLine">
        <a
          class="button quiet iconOnly threadBack"
          href={hrefOf({ filter: inbox.list.filter.value })}
          aria-label={say('thread.back')}
        >
          <Icon name="back" />
        </a>
        <div class="threadWho">
          <h2 id="threadHeading" tabIndex={-1}>
            {say('thread.heading', { number: row.number })} <StatusBadge status={row.status} />
          </h2>
          <p class="muted">
            {row.asker}
            <span class="dot">{row.organisation}</span>
            <time class="dot" dateTime={row.receivedAt}>
              {formatMoment(row.receivedAt)}
            </time>
          </p>
          {byMail && <p class="muted">{say('thread.byMail')}</p>}
        </div>
        <Acts inbox={inbox} open={open} />
      </div>
      {siblings.length > 1 && <Siblings inbox={inbox} open={open} />}
      <Refusal inbox={inbox} />
    </header>
  );
}

const ACTS: Readonly<Record<AgentQuestion['row']['status'], readonly AgentStatus['status'][]>> = {
  withContact: [],
  received: ['inProgress', 'closed'],
  inProgress: ['closed'],
  needsInfo: ['inProgress', 'closed'],
  answered: ['closed'],
  closed: ['received'],
};
const NAMES = { received: 'thread.reopen', inProgress: 'thread.start', closed: 'thread.close' } as const;

function Acts({ inbox, open }: ThreadHeadProps): JSX.Element {
  const { setStatus, busy } = inbox.thread;
  return (
    <p class="buttons">
      {ACTS[open.row.status].map(
        (status) =>
          status !== 'needsInfo' && (
            <button
              key={status}
              type="button"
              class="button"
              aria-disabled={busy.value !== undefined}
              onClick={() => void setStatus(status)}
            >
              {status === 'closed' && <Icon name="check" />}
              {say(NAMES[status])}
            </button>
          ),
      )}
    </p>
  );
}

function Siblings({ inbox, open: { row, reference, siblings } }: ThreadHeadProps): JSX.Element {
  const index = siblings.findIndex(({ id }) => id === row.id) + 1;
  const name = say('thread.bundle', { index, n: siblings.length, reference });
  return (
    <nav class="siblings" aria-label={name}>
      <p class="small muted">{name}</p>
      <ol>
        {siblings.map((sibling) => (
          <li key={sibling.id}>
            <a
              href={hrefOf({ filter: inbox.list.filter.value, question: sibling.id })}
              aria-current={sibling.id === row.id ? 'true' : undefined}
              title={sibling.excerpt}
            >
              <StatusMark status={sibling.status} />
              <span class="number">{sibling.number}</span>
              <span class="siblingExcerpt">{sibling.excerpt}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Refusal({ inbox: { thread } }: Pick<ThreadHeadProps, 'inbox'>): JSX.Element {
  const reason = thread.refusal.value;
  const unanswered = reason?.name === 'not-answered';
  const key = unanswered ? 'refused.not-answered' : reason?.status === 0 ? 'refused.lost' : 'refused.other';
  const write = (): void => {
    thread.dismiss();
    document.getElementById('reply')?.focus();
  };
  return (
    <div role="status">
      {reason && (
        <div class="notice warning">
          <Icon name="warning" />
          <p>
            <strong>{say(key)}</strong> {say(`${key}.sub`)}
          </p>
          {unanswered && (
            <button type="button" class="button" onClick={write}>
              {say('refused.write')}
            </button>
          )}
          <button
            type="button"
            class="button quiet iconOnly"
            aria-label={say('refused.dismiss')}
            onClick={thread.dismiss}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
