import type { JSX } from 'preact';
import { initials } from '../format';
import type { Agent } from '../people';
import { say } from '../texts';
import { Icon } from './Icon';

/** What the top bar needs. */
export interface TopBarProps {
  readonly agent: Agent;
  readonly onLog: () => void;
  readonly onKeys: () => void;
  readonly onLeave: () => void;
}

/** Shows where we are, who works here, and the way to the keys. */
export const TopBar = ({ agent, onLog, onKeys, onLeave }: TopBarProps): JSX.Element => (
  <header class="topBar">
    <img src="/inbox/icon.svg" alt="" width="24" height="24" />
    <h1>
      {say('app.name')} <span class="muted">{say('app.brand')}</span>
    </h1>
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
