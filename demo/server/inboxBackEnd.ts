import type { FastifyInstance } from 'fastify';
import { memberOf } from './hostBackEnd';
import type { TokenIssuer } from './keys';
import { AGENTS } from './people';

/** Adds signing in to the demo inbox. A real inbox does this by OIDC with a second factor; the demo only claims one. */
export function addInboxBackEnd(app: FastifyInstance, issuer: TokenIssuer): void {
  app.post('/inbox/api/token', async (request, reply) => {
    const agent = AGENTS.find(({ id }) => id === memberOf(request.body, 'agent'));
    if (agent === undefined) return reply.code(400).send({ error: 'unknown agent' });
    const claims = { name: agent.name, roles: agent.roles, amr: ['pwd', 'otp'] };
    return {
      token: await issuer.sign(claims, { type: 'cliendo-support-agent+jwt', audience: 'agent', subject: agent.id }),
      name: agent.name,
    };
  });
}
