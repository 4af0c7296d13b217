import { describe, expect, it } from 'vitest';
import { backendContract, createFakeBackend, type BackendUnderTest, type ContractRule } from '../../../src/testing';
import { BREAKS, postsAnew } from './brokenBackends';
import { aFakeSubject } from './subjects';

type Break = (subject: BackendUnderTest) => object;

/** What a rule says of a backend with this mistake; nothing when it finds none. */
async function said({ run }: ContractRule, breaks: Break): Promise<string | undefined> {
  const subject = await aFakeSubject(createFakeBackend());
  const broken = { ...subject, backend: { ...subject.backend, ...breaks(subject) } };
  return run(broken).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

describe('the backend contract', () => {
  it('has a mistake to find for every rule', () => {
    expect(Object.keys(BREAKS)).toEqual(backendContract.map(({ name }) => name));
  });

  it.each(backendContract.map((rule) => [rule.name, rule] as const))('finds who does not: %s', async (name, rule) => {
    const [says, breaks] = BREAKS[name] ?? ['', () => ({})];
    expect(await said(rule, breaks)).toContain(says);
  });

  it('tells who posts anew at every attempt that it doubles, and nothing else', async () => {
    const failed = [];
    for (const rule of backendContract) if (await said(rule, postsAnew)) failed.push(rule.name);
    expect(failed).toEqual([
      'takes the same bytes twice and has one submission',
      'takes the same bytes from two tabs at once and has one submission',
      'refuses other bytes under an id that it has',
    ]);
  });
});
