import type { Claims } from '../../../demo/backends/edge/edge';
import { createFakeToken, createTestPerson, type BackendUnderTest, type FakeBackend } from '../../../src/testing';

/** Hands the contract a backend in memory and two people whom it knows. */
export const aFakeSubject = async (backend: FakeBackend): Promise<Required<BackendUnderTest>> => ({
  backend,
  asker: await aFakePerson('sanne'),
  stranger: await aFakePerson('mehmet'),
  reply: backend.reply,
  publishHints: backend.publishHints,
  keepHintAsset: backend.keepHintAsset,
});

/** Makes a person of the demo's organisation. */
export const aFakePerson = (sub: string) => createTestPerson(createFakeToken({ sub, org: 'voorbeeldzorg', name: sub }));

/** Reads a fake token where an endpoint would check a real one. */
export function claimsOf(token: string): Claims | undefined {
  const [, payload = ''] = token.split('.');
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims; // made by `createFakeToken`
  } catch {
    return undefined;
  }
}
