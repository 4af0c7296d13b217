import type { JSX } from 'preact';
import { initials } from '../format';
import type { Agent } from '../people';
import { say } from '../texts';
import type { InstanceOfUndelivered } from '../undelivered.model';
import { Icon } from './Icon';

/** What the top bar needs. */
export interface TopBarProps {
  readonly agent: Agent;
  readonly undelivered: Pick<InstanceOfUndelivered, 'count' | 'show'>;
  readonly onLog: () => void;
  readonly onKeys: () => void;
  readonly onLeave: () => void;
}

/** Shows where we are, who works here, and the way to the keys. */
export const TopBar = ({ agent, undelivered, onLog, onKeys, onLeave }: TopBarProps): JSX.Element => (
  <header class="topBar">
    <img src="/inbox/icon.svg" alt="" width="24" height="24" />
    <h1>
      {say('app.name')} <span class="muted">{say('app.brand')}</span>
    </h1>
    <UndeliveredButton undelivered={undelivered} />
    {agent.reviewsLog && (
      <button type="button" class="button quiet" aria-haspopup="dialog" onClick={onLog}>
        <Icon name="log" />
        <span>{say('access.open')}</span>
      </button>
    )}
    <button type="button" class="button quiet keysButton" aria-haspopup="dialog" onClick={onKeys}>
      <Icon name="keys" />
      <span>{say('app.keys')}</span>
    </button>
    <span class="me">
      <span class="avatar small" data-agent={agent.id} aria-hidden="true">
        {initials(agent.name)}
      </span>
      <span class="aside">{say('app.signedIn', { name: agent.name })}</span>
      <span aria-hidden="true">{agent.name}</span>
    </span>
    <button type="button" class="button quiet" onClick={onLeave}>
      <Icon name="switch" />
      <span>{say('app.switch')}</span>
    </button>
  </header>
);

/** Leads to what others could not be told, with how much that is when there is any. */
function UndeliveredButton({ undelivered }: Pick<TopBarProps, 'undelivered'>): JSX.Element {
  const count = undelivered.count.value;
  return (
    <button
      type="button"
      class="button quiet"
      aria-haspopup="dialog"
      aria-label={count > 0 ? say('undelivered.open.count', { n: count }) : say('undelivered.open')}
      onClick={() => undelivered.show(true)}
    >
      <Icon name="send" />
      <span>{say('undelivered.open')}</span>
      {count > 0 && <b class="pill warning">{count}</b>}
    </button>
  );
}
