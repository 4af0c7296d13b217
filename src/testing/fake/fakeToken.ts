import { textHash } from '../../storage';
import { Refused } from './refusal';

/** Who a fake token speaks for. */
export interface FakePerson {
  /** Their id in the host's system. */
  readonly sub: string;
  /** The id of their organisation. */
  readonly org: string;
  /** What they are called on screen. */
  readonly name: string;
  /** What they may do besides asking. Default none. */
  readonly roles?: readonly string[];
}

const ISSUER = 'https://host.test';
const LIFE_SECONDS = 600;

/** Makes an unsigned token that only `createFakeBackend` takes. Never hand it to a real receiver: it would rightly refuse. */
export function createFakeToken(person: FakePerson, nowSeconds = 0): string {
  const claims = { iss: ISSUER, roles: [], ...person, iat: nowSeconds, exp: nowSeconds + LIFE_SECONDS };
  return ['{"alg":"none"}', JSON.stringify(claims), ''].map(base64url).join('.');
}

/** Gives the owner of a token, or refuses. */
export async function ownerOfToken(token: string): Promise<string> {
  if (!token) throw new Refused('token-missing');
  const [, payload = ''] = token.split('.');
  try {
    const { iss, org, sub } = JSON.parse(fromBase64url(payload)) as FakePerson & { iss: string }; // made above
    return await textHash([iss, org, sub].join('\n'));
  } catch {
    throw new Refused('token-invalid');
  }
}

const fromBase64url = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)),
  );

const base64url = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};
