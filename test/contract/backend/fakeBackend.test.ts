import { describe, it } from 'vitest';
import { backendContract, createFakeBackend } from '../../../src/testing';
import { aFakePerson } from './people';

describe('the backend contract on the backend in memory', () => {
  for (const { name, run } of backendContract) {
    it(name, async () => {
      const backend = createFakeBackend();
      await run({
        backend,
        asker: await aFakePerson('sanne'),
        stranger: await aFakePerson('mehmet'),
        reply: backend.reply,
      });
    });
  }
});
