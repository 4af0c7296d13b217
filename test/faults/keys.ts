import type { BackendKeys, TokenSource } from '../../src/delivery';
import type { Id } from '../../src/foundation/id';
import { fail, type Result } from '../../src/foundation/result';
import type { KeySource } from '../../src/storage/sealing';

/** Where keys come from on a device of the fault programme. */
export interface KeysOptions {
  readonly keys: BackendKeys;
  readonly session: TokenSource;
  isHeld(language: string): boolean;
  newId(): Id;
}

/** Gives the keys of a device, through the proxy. A request that the proxy holds is given up at once: its time-out is not what is tried here. */
export function keysOf({ keys, session, isHeld, newId }: KeysOptions): KeySource {
  const ask: <Value>(
    work: (call: Parameters<BackendKeys['deviceKey']>[1]) => Promise<Value>,
  ) => Promise<Value | Away> = async (work) => {
    const token = await session.token();
    if (!token.ok) return AWAY;
    const language = newId();
    const giveUp = new AbortController();
    const watching = setInterval(() => isHeld(language) && giveUp.abort(), 2).unref(); // what a dead page still asks must not keep the programme
    try {
      return await work({ token: token.value, language, signal: giveUp.signal });
    } finally {
      clearInterval(watching);
    }
  };
  return {
    async fetch(device) {
      const answer = await ask((call) => keys.deviceKey(device, call));
      if (answer.ok) return answer;
      return answer.problem.code === 'key-gone' ? fail({ code: 'key-gone', message: 'The key is gone.' }) : AWAY;
    },
    async revoker() {
      return (device): Promise<Result<void>> => ask((call) => keys.removeDeviceKey(device, call));
    },
  };
}

const AWAY = fail({ code: 'key-away', message: 'The key is not to be had now.' } as const);
type Away = typeof AWAY;
