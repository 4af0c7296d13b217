/** What the dossier asks of its own back end: who is logged in, and a token for support. */
export interface HostApi {
  /** Gives the id of the person who is logged in, if any. */
  me(): Promise<string | undefined>;
  /** Logs in as one of the people of the demo. */
  logIn(person: string): Promise<boolean>;
  logOut(): Promise<void>;
  supportToken(): Promise<string>;
}

/** Creates the way to the back end that serves this page. */
export function createHostApi(fetch: typeof globalThis.fetch): HostApi {
  return {
    async me() {
      const response = await fetch('/host/api/me').catch(() => undefined);
      return response?.ok ? personIn(await response.json()) : undefined;
    },
    async logIn(person) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/host/api/session', {
        method: 'POST',
        headers,
        body: JSON.stringify({ person }),
      }).catch(() => undefined);
      return response?.ok ?? false;
    },
    async logOut() {
      await fetch('/host/api/session', { method: 'DELETE' }).catch(() => undefined);
    },
    async supportToken() {
      const response = await fetch('/host/api/support-token');
      const body: unknown = await response.json();
      const token = field(body, 'token');
      if (token === undefined) throw new Error(`No support token: status ${response.status}`);
      return token;
    },
  };
}

const personIn = (body: unknown): string | undefined =>
  field(body, 'id') ?? field(body, 'person') ?? field(body, 'sub');

function field(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
