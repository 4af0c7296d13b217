/** Somebody of the support team in the demo. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  /** Whether this agent looks after the access log. */
  readonly reviewsLog?: true;
}

/** Who can work in the demo's inbox. A real one signs agents in with OIDC and two factors. */
export const AGENTS: readonly Agent[] = [
  { id: 'a-noor', name: 'Noor' },
  { id: 'a-joris', name: 'Joris', reviewsLog: true },
];

/** The agent that was signed in in this tab, if that is still one of us. */
export const knownAgent = (kept: unknown): Agent | undefined => AGENTS.find((agent) => agent.id === kept);
