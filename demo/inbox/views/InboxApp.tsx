import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { AgentBackend, Answer } from '../agentBackend';
import type { InboxDeps } from '../inbox.model';
import { knownAgent, type Agent } from '../people';
import { Desk } from './Desk';
import { SignIn } from './SignIn';

/** The outside world, so that the whole inbox also runs without one. */
export interface World extends Omit<InboxDeps, 'backend'> {
  readonly signIn: (agent: string) => Answer<{ readonly token: string }>;
  readonly createBackend: (agent: string, token: string) => AgentBackend;
}

interface SignedIn {
  readonly agent: Agent;
  readonly backend: AgentBackend;
}

/** Shows who can sign in, and the desk of who did. A reload in the same tab signs the same agent in again. */
export function InboxApp({ world }: { readonly world: World }): JSX.Element {
  const signedIn = useSignal<SignedIn | undefined>(undefined);
  const returning = useSignal(knownAgent(world.tab.read('agent')));
  const choose = async (agent: Agent): Promise<boolean> => {
    const answer = await world.signIn(agent.id);
    returning.value = undefined;
    if (!answer.ok) return false;
    world.tab.write('agent', agent.id);
    signedIn.value = { agent, backend: world.createBackend(agent.id, answer.value.token) };
    return true;
  };
  useEffect(() => {
    const agent = returning.peek();
    if (agent) void choose(agent);
  }, []);

  const leave = (): void => {
    world.tab.write('agent', null);
    signedIn.value = undefined;
  };
  if (signedIn.value) {
    const { agent, backend } = signedIn.value;
    return <Desk key={agent.id} agent={agent} deps={depsOf(world, agent, backend)} onLeave={leave} />;
  }
  return returning.value ? <main class="signIn" aria-busy="true" /> : <SignIn onChoose={choose} />;
}

/** Two agents on one device do not read each other's drafts or marks. */
function depsOf({ device, tab, newId, pause }: World, { id }: Agent, backend: AgentBackend): InboxDeps {
  const own = (memory: InboxDeps['tab']): InboxDeps['tab'] => ({
    read: (name) => memory.read(`${id}.${name}`),
    write: (name, value) => memory.write(`${id}.${name}`, value),
  });
  return { backend, device: own(device), tab: own(tab), newId, pause };
}
