import type { FastifyInstance } from 'fastify';
import type { TokenIssuer } from './keys';
import { ORGANISATION, PEOPLE, type DemoPerson } from './people';
import type { Sessions } from './session';

/** What the back end of the demo host works with. */
export interface HostBackEnd {
  readonly sessions: Sessions;
  readonly issuer: TokenIssuer;
  readonly audience: string;
}

/** Adds the part of the demo host that an organisation would have itself: logging in, and tokens for support. */
export function addHostBackEnd(app: FastifyInstance, { sessions, issuer, audience }: HostBackEnd): void {
  const whoIs = (cookie: string | undefined): DemoPerson | undefined => {
    const id = sessions.personOf(cookie, Date.now());
    return PEOPLE.find((person) => person.id === id);
  };

  app.post('/host/api/session', async (request, reply) => {
    const person = PEOPLE.find(({ id }) => id === memberOf(request.body, 'person'));
    if (person === undefined) return reply.code(400).send({ error: 'unknown person' });
    return reply.header('set-cookie', sessions.start(person.id, Date.now())).send(person);
  });

  app.delete('/host/api/session', async (_request, reply) => reply.header('set-cookie', sessions.end).code(204).send());

  // nobody is an answer too: an error would stand in the console of everybody who has yet to log in
  app.get('/host/api/me', async (request, reply) =>
    reply.type('application/json').send(JSON.stringify(whoIs(request.headers.cookie) ?? null)),
  );

  // fails on purpose, for the screen that breaks the app
  app.get('/host/api/reports/*', async (_request, reply) => reply.code(500).send({ error: 'broken on purpose' }));

  app.get('/host/api/support-token', async (request, reply) => {
    const person = whoIs(request.headers.cookie);
    if (person === undefined) return reply.code(401).send({ error: 'not logged in' });
    const claims = { org: ORGANISATION.id, name: person.name, email: person.email, roles: person.roles };
    return { token: await issuer.sign(claims, { type: 'cliendo-support+jwt', audience, subject: person.id }) };
  });
}

/** A text member of an unknown body. */
export function memberOf(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
