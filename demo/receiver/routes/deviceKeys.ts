import { Type } from 'typebox';
import type { DeviceKey } from '../../../src/protocol/index';
import { Refusal } from '../problem';
import { DeviceKeySchema } from '../schema/deviceKey';
import { IdSchema } from '../schema/primitives';
import { addRoute, type RouteScope } from './route';

const Params = Type.Object({ device: IdSchema });
const PATH = '/me/device-keys/{device}';

/** Adds the keys with which a person's device seals what it keeps. The answer is in no log: logs hold no bodies. */
export function addDeviceKeyRoutes(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'PUT',
      path: PATH,
      summary: 'The key of this device, for you alone: made at the first call, the same ever after',
      caller: 'asker',
      params: Params,
      answers: {
        200: { description: 'The key that this device had', schema: DeviceKeySchema },
        201: { description: 'A new key', schema: DeviceKeySchema },
      },
      problems: ['key-gone'],
    },
    async ({ caller, params, reply }): Promise<DeviceKey> => {
      const found = await store.deviceKey(params.device, caller);
      if (found.state === 'gone')
        throw new Refusal('key-gone', 'The key was revoked, or nobody asked for it in 400 days');
      reply.code(found.state === 'created' ? 201 : 200);
      return found.value;
    },
  );
  addRoute(
    scope,
    {
      method: 'DELETE',
      path: PATH,
      summary: 'Erase the key of this device: what was sealed to it can never be opened again',
      caller: 'asker',
      params: Params,
      answers: { 204: { description: 'There is no such key any more' } },
      problems: [],
    },
    async ({ caller, params, reply }) => {
      await store.revokeDeviceKey(params.device, caller);
      return reply.code(204).send();
    },
  );
}
