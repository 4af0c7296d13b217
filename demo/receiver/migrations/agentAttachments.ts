/** Agents send pictures too: the asker sees them, but only the agent who sent one adds its bytes. */
export const agentAttachments = /* sql */ `
alter table attachment add column agent text;
`;
