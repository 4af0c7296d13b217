import type { Id } from '../../src/foundation/id';
import { fail, succeed } from '../../src/foundation/result';
import { createMemoryDatabase, type OwnerDatabase } from '../../src/storage';
import { createSealedDatabase, type KeySource, type SealedDatabaseOptions } from '../../src/storage/sealing';
import { createFakeBackend, createFakeToken } from '../../src/testing';
import { idsFrom, manualClock } from './builders';

/** Who keeps the private halves: can be out of reach, and counts how often it was asked. */
export interface Cupboard extends KeySource {
  isReachable: boolean;
  readonly asked: readonly Id[];
}

/** Creates the keys of one person at a backend in memory. */
export function aCupboard(sub = 'sanne'): Cupboard {
  const backend = createFakeBackend();
  const call = { token: createFakeToken({ sub, org: 'voorbeeldzorg', name: sub }), language: 'nl' };
  const asked: Id[] = [];
  const away = fail({ code: 'key-away', message: 'No answer.' } as const);
  return {
    isReachable: true,
    asked,
    async fetch(device) {
      asked.push(device);
      if (!this.isReachable) return away;
      const answer = await backend.deviceKey?.(device, call);
      if (answer?.ok) return answer;
      return fail({ code: answer?.problem.code === 'key-gone' ? 'key-gone' : 'key-away', message: '' });
    },
    revoker: async () => async (device) => {
      await backend.removeDeviceKey?.(device, call);
      return succeed(undefined);
    },
  };
}

/** A disk that outlives a page, as far as a test goes. */
export const aDisk = (): OwnerDatabase => ({ ...createMemoryDatabase(), isLasting: true });

/** Opens a sealed database: a page, or the next one on the same disk. */
export const aSealedDatabase = (change: Partial<SealedDatabaseOptions> = {}): OwnerDatabase =>
  createSealedDatabase({
    owner: 'sanne',
    disk: aDisk(),
    source: aCupboard(),
    isSealing: true,
    clock: manualClock(),
    newId: idsFrom(5),
    ...change,
  });
