import { describe, expect, it } from 'vitest';
import { backendContract, createFakeToken, createFakeBackend, createTestPerson } from '../../../src/testing';
import { aFakeSubject } from './subjects';

describe('the backend contract on the backend in memory', () => {
  for (const { name, run } of backendContract) it(name, async () => run(await aFakeSubject(createFakeBackend())));
});

describe('a person to test with', () => {
  it('has the owner that the widget will write in every body', async () => {
    const { backend } = await aFakeSubject(createFakeBackend());
    const person = await createTestPerson(createFakeToken({ sub: 'p-1', org: 'voorbeeldzorg', name: 'Sanne' }));
    expect(await backend.me(person.call)).toMatchObject({ ok: true, value: { owner: person.owner } });
  });

  it('cannot be made of a token that names nobody', async () => {
    await expect(createTestPerson('not-a-token')).rejects.toThrow('The token has no `sub`, so it names nobody.');
  });
});
