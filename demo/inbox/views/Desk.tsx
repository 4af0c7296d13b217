import { useModel, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { initials } from '../format';
import { InboxModel, type InboxDeps } from '../inbox.model';
import type { Agent } from '../people';
import { readRoute } from '../route';
import { say } from '../texts';
import { Icon } from './Icon';
import { KeysDialog } from './KeysDialog';
import { QuestionList } from './QuestionList';
import { Thread } from './Thread';
import { useDeskKeys } from './useDeskKeys';

/** What the desk of one agent needs. */
export interface DeskProps {
  readonly agent: Agent;
  readonly deps: InboxDeps;
  readonly onLeave: () => void;
}

/** Ages in the list are said to the minute. */
const AGE_TICK_MS = 30_000;

/** Shows the inbox of a signed-in agent: the list, and beside it the question that is open. */
export function Desk({ agent, deps, onLeave }: DeskProps): JSX.Element {
  const inbox = useModel(() => new InboxModel(deps));
  const now = useSignal(Date.now());
  const keysShown = useSignal(false);
  const singleKeys = useSignal(deps.device.read('singleKeys') !== false);

  useEffect(() => {
    const follow = (): void => inbox.go(readRoute(location.hash));
    const timer = setInterval(() => { now.value = Date.now(); }, AGE_TICK_MS);
    addEventListener('hashchange', follow);
    follow();
    return () => { removeEventListener('hashchange', follow); clearInterval(timer); };
  }, []);
  useSignalEffect(() => {
    const waiting = inbox.list.counts.value?.unanswered ?? 0;
    document.title = waiting > 0 ? say('app.title.waiting', { n: waiting }) : say('app.title');
  });
  useDeskKeys({ inbox, singleKeys, showKeys: () => { keysShown.value = true; } });

  return (
    <div class="desk" data-open={inbox.thread.id.value !== undefined}>
      <a class="skip" href="#thread" onClick={(event) => { event.preventDefault(); document.getElementById('thread')?.focus(); }}>{say('app.skip')}</a>
      <header class="topBar">
        <img src="/inbox/icon.svg" alt="" width="24" height="24" />
        <h1>{say('app.name')}<span class="muted"> {say('app.brand')}</span></h1>
        <button type="button" class="button quiet keysButton" aria-haspopup="dialog" onClick={() => { keysShown.value = true; }}>
          <Icon name="keys" /><span>{say('app.keys')}</span>
        </button>
        <span class="me">
          <span class="avatar small" data-agent={agent.id} aria-hidden="true">{initials(agent.name)}</span>
          <span class="aside">{say('app.signedIn', { name: agent.name })}</span><span aria-hidden="true">{agent.name}</span>
        </span>
        <button type="button" class="button quiet" onClick={onLeave}><Icon name="switch" /><span>{say('app.switch')}</span></button>
      </header>
      {!inbox.connected.value && <p class="connection"><Icon name="warning" />{say('connection.lost')}</p>}
      <QuestionList inbox={inbox} now={now.value} />
      <Thread inbox={inbox} />
      <p class="aside" role="status">{inbox.announcement}</p>
      {keysShown.value && (
        <KeysDialog
          singleKeys={singleKeys.value}
          onSingleKeys={(on) => { singleKeys.value = on; deps.device.write('singleKeys', on); }}
          onClose={() => { keysShown.value = false; }}
        />
      )}
    </div>
  );
}
