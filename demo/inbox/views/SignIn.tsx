import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { initials } from '../format';
import { AGENTS, type Agent } from '../people';
import { say } from '../texts';
import { Icon } from './Icon';

/** What choosing an agent needs. */
export interface SignInProps {
  /** Resolves to whether it worked. */
  readonly onChoose: (agent: Agent) => Promise<boolean>;
}

/** Asks who works here. */
export function SignIn({ onChoose }: SignInProps): JSX.Element {
  const chosen = useSignal<string | undefined>(undefined);
  const failed = useSignal(false);
  const choose = async (agent: Agent): Promise<void> => {
    chosen.value = agent.id;
    failed.value = false;
    failed.value = !(await onChoose(agent));
    chosen.value = undefined;
  };
  return (
    <main class="signIn">
      <div class="signInCard">
        <img src="/inbox/icon.svg" alt="" width="40" height="40" />
        <p class="eyebrow">{say('app.brand')}</p>
        <h1>{say('signIn.title')}</h1>
        <p class="muted">{say('signIn.sub')}</p>
        <ul class="people">
          {AGENTS.map((agent) => (
            <li key={agent.id}>
              <button
                type="button"
                class="person"
                aria-disabled={chosen.value !== undefined}
                onClick={() => {
                  if (chosen.value === undefined) void choose(agent);
                }}
              >
                <span class="avatar" data-agent={agent.id} aria-hidden="true">
                  {initials(agent.name)}
                </span>
                <span>{agent.name}</span>
                <Icon name="next" />
              </button>
            </li>
          ))}
        </ul>
        <p class="small muted" role="status">
          {chosen.value ? say('signIn.busy') : failed.value ? say('signIn.failed') : say('signIn.demo')}
        </p>
      </div>
    </main>
  );
}
