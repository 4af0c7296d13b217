import { DEFAULT_LIMITS, type Me } from '../../../src/protocol/index';
import { MeSchema } from '../schema/session';
import { addRoute, type RouteScope } from './route';

/** Adds who the asker is, and what this receiver allows. */
export function addMeRoute(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/me',
      summary: 'Who you are here',
      caller: 'asker',
      answers: { 200: { description: 'You', schema: MeSchema } },
      problems: [],
    },
    async ({ caller }): Promise<Me> => {
      const contact = caller.organisation.contactPerson;
      return {
        owner: caller.owner,
        organisation: caller.organisation.name,
        displayName: caller.name,
        limits: DEFAULT_LIMITS,
        ...(contact && { contact: { name: contact.name, role: 'contactPerson' } }),
        ...(caller.organisation.mailFallback && { mailFallback: caller.organisation.mailFallback }),
        capabilities: ['events', 'hints'],
        serverTime: new Date(scope.ports.clock.now()).toISOString(),
      };
    },
  );
}
