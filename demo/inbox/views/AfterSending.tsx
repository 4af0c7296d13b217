import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { InstanceOfInbox } from '../inbox.model';
import { hrefOf } from '../route';
import { say } from '../texts';
import { Icon } from './Icon';

/** Says that the reply was received, and leads to who waits next. */
export function AfterSending({ inbox }: { readonly inbox: InstanceOfInbox }): JSX.Element {
  const onward = useRef<HTMLAnchorElement>(null);
  const next = inbox.next.value;
  useEffect(() => {
    onward.current?.focus(); // the text field is gone; Enter goes on
  }, []);
  const again = (): void => {
    inbox.replies.rest();
    requestAnimationFrame(() => document.getElementById('reply')?.focus());
  };
  return (
    <div class="afterSending">
      <p>
        <Icon name="check" />
        <strong>{say('reply.sent')}</strong>
        {!next && <span class="muted">{say('reply.allDone')}</span>}
      </p>
      <button type="button" class="button quiet" onClick={again}>
        {say('reply.again')}
      </button>
      {next && (
        <a ref={onward} class="button primary" href={hrefOf({ filter: 'unanswered', question: next.id })}>
          {say('reply.next')}
          <Icon name="next" />
        </a>
      )}
    </div>
  );
}
