import type { BackendKeys, Call } from '../../delivery';
import type { Id } from '../../foundation/id';
import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import type { KeySource } from '../../storage/sealing';
import type { AppModelInstance } from '../app.model';
import type { Connection } from './connection';

/** What a key source is made with. */
export interface KeySourceOptions {
  readonly owner: string;
  readonly connection: Connection;
  readonly model: AppModelInstance;
}

/** Asks the backend for the keys of this owner's device, only with this owner's token. A backend without keys never has one. */
export function createKeySource({ owner, connection, model }: KeySourceOptions): KeySource {
  const keysAndCall = async (): Promise<Result<{ readonly keys: BackendKeys; readonly call: Call }>> => {
    const [session, keys] = await Promise.all([connection.session(), connection.keys()]);
    const token = await session.token();
    if (!token.ok) return token;
    if (!keys || session.subject?.owner !== owner) return fail(away());
    return succeed({ keys, call: { token: token.value, language: model.settings.peek().locale } });
  };
  const asking = async <Value>(
    ask: (keys: BackendKeys, call: Call) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> => {
    const found = await keysAndCall().catch((cause: unknown) => fail(away(cause))); // a chunk that did not arrive
    return found.ok ? ask(found.value.keys, found.value.call) : found;
  };
  return {
    async fetch(device: Id) {
      const answer = await asking((keys, call) => keys.deviceKey(device, call));
      if (answer.ok) return answer;
      const { code, message } = answer.problem;
      return fail(code === 'key-gone' ? { code, message } : away(answer.problem));
    },
    async revoker() {
      const found = await keysAndCall().catch((cause: unknown) => fail(away(cause)));
      return async (device) => (found.ok ? found.value.keys.removeDeviceKey(device, found.value.call) : found);
    },
  };
}

const away = (cause?: unknown): Failure<'key-away'> => ({
  code: 'key-away',
  message: 'The key of this device is not to be had now.',
  cause,
});
