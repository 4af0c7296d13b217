import type { LightMyRequestResponse } from 'fastify';
import type { HintDocument } from '../../../src/protocol/index';
import type { Caller, ReceiverUnderTest } from './receiverUnderTest';

/** Somebody who may do this with hints. */
export const withRole = (receiver: ReceiverUnderTest, role: string, org?: 'elders'): Promise<Caller> =>
  receiver.asker('p-mehmet', { claims: { roles: ['user', role], ...(org && { org }) } });

/** Sends JSON to one of the addresses of hints. */
export const postHints = (
  receiver: ReceiverUnderTest,
  by: Pick<Caller, 'token'>,
  { path, body, after }: { readonly path: string; readonly body: object; readonly after?: number },
): Promise<LightMyRequestResponse> =>
  receiver.send({
    method: 'POST',
    url: `/v1/hints/${path}`,
    payload: JSON.stringify(body),
    headers: {
      authorization: `Bearer ${by.token}`,
      'content-type': 'application/json',
      ...(after !== undefined && { 'if-match': `"${after}"` }),
    },
  });

/** Publishes a document as the revision after another. */
export const publishHints = (
  receiver: ReceiverUnderTest,
  by: Pick<Caller, 'token'>,
  { document, after = 0 }: { readonly document: HintDocument | unknown; readonly after?: number },
): Promise<LightMyRequestResponse> =>
  postHints(receiver, by, { path: 'publish', body: { document, note: 'Voor de proef', confirmed: true }, after });
