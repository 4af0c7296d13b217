import { Fragment, type JSX } from 'preact';
import type { InstanceOfInbox } from '../inbox.model';
import { hrefOf } from '../route';
import { say } from '../texts';
import { Icon } from './Icon';

/** What the place of a question needs when there is none. */
export interface NoQuestionProps {
  readonly inbox: InstanceOfInbox;
}

/** Says why no question is shown: none is chosen, it is being fetched, or it could not be. */
export function NoQuestion({ inbox }: NoQuestionProps): JSX.Element {
  const { id, problem } = inbox.thread;
  if (id.value === undefined) return <NothingChosen inbox={inbox} />;
  if (problem.value === undefined) return <p class="empty muted">{say('thread.loading')}</p>;
  return <NotFetched inbox={inbox} gone={[404, 410].includes(problem.value.status)} />;
}

function NothingChosen({ inbox: { list } }: NoQuestionProps): JSX.Element {
  const idle = list.state.value === 'ready' && list.allRows.value.length === 0;
  return (
    <div class="empty">
      <span class="emptyMark">
        <Icon name="inbox" />
      </span>
      <p class="emptyTitle">{say(idle ? 'thread.idle' : 'thread.none')}</p>
      <p class="muted">
        {idle
          ? say('thread.idle.sub')
          : withKeys(say('thread.none.sub', { next: '[j]', previous: '[k]', open: '[Enter]' }))}
      </p>
    </div>
  );
}

interface NotFetchedProps extends NoQuestionProps {
  readonly gone: boolean;
}

const NotFetched = ({ inbox: { list, thread }, gone }: NotFetchedProps): JSX.Element => (
  <div class="empty">
    <Icon name="warning" />
    <p class="emptyTitle">{say(gone ? 'thread.gone' : 'thread.failed')}</p>
    <p class="buttons">
      {!gone && (
        <button type="button" class="button" onClick={() => void thread.load()}>
          {say('retry')}
        </button>
      )}
      <a class="button" href={hrefOf({ filter: list.filter.value })}>
        <Icon name="back" />
        {say('thread.back')}
      </a>
    </p>
  </div>
);

/** Puts keycaps where a sentence names a key between brackets. */
const withKeys = (sentence: string): JSX.Element[] =>
  sentence
    .split(/\[(\w+)\]/)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? <kbd>{part}</kbd> : part}</Fragment>);
