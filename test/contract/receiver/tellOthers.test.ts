import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { StartRefused } from '../../../demo/receiver/adapters/refusal';
import { WEBHOOK_EVENTS } from '../../../demo/receiver/outgoingPort';
import { OUTSIDE } from '../../../demo/receiver/outgoing/postOut';
import { tellingSettings } from '../../../demo/server/tellingSettings';
import { tellOthers } from '../../../demo/server/tellOthers';
import { answers, startEndpoint, type Endpoint } from '../../support/endpoint';
import { startReceiver, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted } from './wire';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

let folder: string;
let receiver: ReceiverUnderTest;
let endpoint: Endpoint;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telling-'));
  receiver = await startReceiver();
  endpoint = await startEndpoint();
});
afterAll(async () => {
  await endpoint.stop();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a demo that runs tells what changed without being asked, and stops in the middle of it in good order', async () => {
  const app = Fastify();
  await tellOthers(app, receiver.ports, {
    webhooks: [
      { id: 'desk', organisation: 'voorbeeldzorg', url: endpoint.url, secrets: [SECRET], events: WEBHOOK_EVENTS },
    ],
    outside: { ...OUTSIDE, toLoopback: true },
    linkOrigin: 'https://support.example',
  });
  await app.ready();
  const view = await accepted(receiver, await receiver.asker());
  await endpoint.until(1);
  expect(endpoint.received[0]?.body).toContain(
    `"url":"https://support.example/inbox/#/alles/${view.questions[0]?.id}"`,
  );

  endpoint.answer(() => undefined);
  await accepted(receiver, await receiver.asker());
  await endpoint.until(2);
  await app.close();
  expect(await receiver.ports.store.outgoing('waiting')).toMatchObject([{ tries: 1, reason: 'stopped' }]);
  endpoint.answer(answers(200));
});

describe('the settings of a process', () => {
  const file = (text: string): string => {
    const path = join(folder, 'webhooks.json');
    writeFileSync(path, text);
    return path;
  };
  const good = { id: 'desk', organisation: 'voorbeeldzorg', secrets: [SECRET] };

  it('tell nobody where nothing is set', () => {
    expect(tellingSettings({})).toMatchObject({ webhooks: [], outside: OUTSIDE, linkOrigin: 'http://127.0.0.1:4400' });
  });

  it('name the webhooks in a file', () => {
    const path = file(JSON.stringify([{ ...good, url: 'https://desk.example/' }]));
    expect(tellingSettings({ WEBHOOKS_FILE: path, PUBLIC_ORIGIN: 'https://support.example' })).toMatchObject({
      webhooks: [{ id: 'desk' }],
      linkOrigin: 'https://support.example',
    });
  });

  it('stop the start when the file is not right or not there', () => {
    const path = file(JSON.stringify([{ ...good, url: endpoint.url }]));
    expect(() => tellingSettings({ WEBHOOKS_FILE: path })).toThrow(StartRefused);
    expect(() => tellingSettings({ WEBHOOKS_FILE: join(folder, 'none.json') })).toThrow(StartRefused);
    expect(tellingSettings({ WEBHOOKS_FILE: path, WEBHOOKS_TO_LOOPBACK: '1' }).webhooks).toHaveLength(1); // the control
  });
});
