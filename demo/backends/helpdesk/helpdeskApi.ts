import { Refusal } from '../edge/refusal';

/**
 * The requests to a helpdesk: what you change for yours. It needs three things of it: idempotency keys, fields of your own on a
 * case, and files that can be added to at a place. Most have the first two; for the third an object store does as well.
 */
export interface HelpdeskAddress {
  /** Such as `https://helpdesk.example.nl/api`. */
  readonly url: string;
  /** Of this function, not of a person. */
  readonly apiKey: string;
}

/** Where a case stands, in the helpdesk's words. */
export type HelpdeskStatus = 'new' | 'open' | 'pending' | 'answered' | 'solved';

/** A case as the helpdesk gives it. */
export interface HelpdeskCase {
  readonly number: string;
  readonly createdAt: string;
  readonly status: HelpdeskStatus;
  /** Goes up with every change of any case. */
  readonly version: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly comments: readonly {
    readonly key: string;
    readonly at: string;
    /** The agent; empty when it came from outside. */
    readonly by: string;
    readonly text: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
  readonly files: readonly {
    readonly name: string;
    readonly size: number;
    readonly mark: 'coming' | 'checked' | 'erased';
  }[];
}

type Fields = Readonly<Record<string, string>>;

/** What can be asked of a helpdesk. */
export interface Helpdesk {
  cases(requester: string): Promise<readonly HelpdeskCase[]>;
  open(
    key: string,
    given: { readonly requester: string; readonly body: string; readonly fields: Fields },
  ): Promise<void>;
  comment(number: string, key: string, given: { readonly text: string; readonly fields: Fields }): Promise<void>;
  change(
    number: string,
    given: { readonly status?: HelpdeskStatus; readonly fields: Fields },
    key?: string,
  ): Promise<void>;
  append(number: string, name: string, piece: { readonly offset: number; readonly bytes: Uint8Array }): Promise<number>;
  mark(number: string, name: string, mark: 'checked' | 'wrong' | 'erased'): Promise<void>;
  file(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Creates what asks a helpdesk. Whatever goes wrong there is thrown: the widget hears that it may try again. */
export function createHelpdesk({ url, apiKey }: HelpdeskAddress): Helpdesk {
  const ask = async (
    method: string,
    path: string,
    more: { body?: BodyInit; headers?: Fields } = {},
  ): Promise<Response> => {
    const headers = { authorization: `Bearer ${apiKey}`, ...more.headers };
    const answer = await fetch(url + path, { method, headers, ...(more.body !== undefined && { body: more.body }) });
    if (answer.ok || answer.status === 409) return answer;
    throw new Error(`The helpdesk answered ${answer.status} to ${method}.`); // no path, no body: they may be personal
  };
  const send = async (
    method: string,
    path: string,
    { body, key }: { readonly body: object; readonly key?: string | undefined },
  ): Promise<void> => {
    const headers = { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) };
    const answer = await ask(method, path, { body: JSON.stringify(body), headers });
    if (answer.status === 409) throw new Refusal('submission-conflict'); // this key came before, with something else
  };

  return {
    cases: async (requester) =>
      (await (await ask('GET', `/cases?requester=${requester}`)).json()) as readonly HelpdeskCase[], // as its documentation says
    open: (key, given) => send('POST', '/cases', { body: given, key }),
    comment: (number, key, given) => send('POST', `/cases/${number}/comments`, { body: given, key }),
    change: (number, given, key) => send('PATCH', `/cases/${number}`, { body: given, key }),
    async append(number, name, { offset, bytes }) {
      const headers = { 'x-position': String(offset) };
      const answer = await ask('POST', `/cases/${number}/files/${name}`, { body: new Uint8Array(bytes), headers });
      const { size } = (await answer.json()) as { readonly size: number }; // as its documentation says
      if (answer.status === 409) throw new Refusal('mismatching-upload-offset', size);
      return size;
    },
    mark: (number, name, mark) => send('PATCH', `/cases/${number}/files/${name}`, { body: { mark } }),
    file: async (name) => new Uint8Array(await (await ask('GET', `/files/${name}`)).arrayBuffer()),
  };
}
