import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAULTS, type Fault } from '../../support/faultProxy/faults';
import { startFaultProxy, type FaultProxy } from '../../support/faultProxy/faultProxy';
import { createNaming } from '../../support/faultProxy/operations';
import { aimedAt } from '../../support/faultProxy/plans';

const BODY = JSON.stringify({ text: 'Opslaan doet niets.' });

let arrived: string[];
let proxy: FaultProxy;
let stop: () => Promise<unknown>;

beforeEach(async () => {
  arrived = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      arrived.push(body);
      response.writeHead(201, { 'content-type': 'application/json' }).end(BODY);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  proxy = await startFaultProxy({ target: () => `http://127.0.0.1:${port}`, random: () => 0.6 });
  stop = async () => {
    await proxy.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => stop());

/** What a sender sees of a PUT. */
async function put(language: string): Promise<string> {
  const giveUp = new AbortController();
  const watching = setInterval(() => proxy.isHeld('sanne', language) && giveUp.abort(), 1);
  try {
    const answer = await fetch(`${proxy.addressFor('sanne')}/v1/submissions/1`, {
      method: 'PUT',
      body: BODY,
      headers: { 'accept-language': language },
      signal: giveUp.signal,
    });
    await answer.text();
    return `${answer.status} ${answer.headers.get('content-type')}`;
  } catch {
    return 'no answer';
  } finally {
    clearInterval(watching);
  }
}

/** What a sender sees, and how often its bytes arrived unchanged. */
const EFFECTS: { readonly [Name in Fault]: readonly [seen: string, whole: number] } = {
  droppedBefore: ['no answer', 0],
  droppedAfter: ['no answer', 1],
  errorBefore: ['502 text/html', 0],
  errorAfter: ['502 text/html', 1],
  tooMany: ['429 application/problem+json', 0],
  slow: ['no answer', 1],
  requestCut: ['no answer', 0],
  answerCut: ['no answer', 1],
  twice: ['201 application/json', 2],
  bitFlip: ['201 application/json', 0],
  portal: ['200 text/html', 0],
};

describe('the proxy', () => {
  it.each(FAULTS)('does %s to the request that it is aimed at, and to no other', async (fault) => {
    proxy.follow(aimedAt('putSubmission', fault, 'first'));
    expect(await put('nl-x-1')).toBe(EFFECTS[fault][0]);
    await proxy.deliverLate();
    expect(arrived.filter((body) => body === BODY)).toHaveLength(EFFECTS[fault][1]);
    expect(proxy.passed.faults).toEqual(new Map([[fault, 1]]));
    expect(await put('nl-x-2')).toBe('201 application/json');
  });

  it('tells pieces apart by what was declared', () => {
    const nameOf = createNaming();
    const declare = Buffer.from(JSON.stringify({ attachments: [{ id: 'a', size: 30 }] }));
    nameOf({ method: 'PUT', path: '/v1/submissions/1', headers: {}, body: declare });
    const piece = (offset: number) =>
      nameOf({
        method: 'PATCH',
        path: '/v1/attachments/a',
        headers: { 'upload-offset': `${offset}`, 'content-length': '10' },
        body: Buffer.alloc(10),
      });
    expect([0, 10, 20].map(piece)).toEqual(['patchFirst', 'patchMiddle', 'patchLast']);
  });
});
