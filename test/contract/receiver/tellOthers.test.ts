import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { StartRefused } from '../../../demo/receiver/adapters/refusal';
import { WEBHOOK_EVENTS } from '../../../demo/receiver/outgoingPort';
import { OUTSIDE } from '../../../demo/receiver/outgoing/postOut';
import { tellingSettings } from '../../../demo/server/tellingSettings';
import { answerMailsOf, tellOthers } from '../../../demo/server/tellOthers';
import { anAuthority } from '../../support/certificates';
import { answers, startEndpoint, type Endpoint } from '../../support/endpoint';
import { startReceiver, type ReceiverUnderTest } from './receiverUnderTest';
import { accepted } from './wire';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

/** As long as a test may take. */
const WAITING = { timeout: 100_000 };

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

  endpoint.answer(answers(500));
  await accepted(receiver, await receiver.asker());
  await endpoint.until(2);
  await vi.waitUntil(async () => (await receiver.ports.store.outgoing('waiting'))[0]?.reason === 'http-500', WAITING);
  endpoint.answer(answers(200));
  receiver.time.now += 10_000;
  await endpoint.until(3); // looks again by itself, though nothing changed
  expect(endpoint.received[2]?.headers['webhook-id']).toBe(endpoint.received[1]?.headers['webhook-id']);

  endpoint.answer(() => undefined);
  await accepted(receiver, await receiver.asker());
  await endpoint.until(4);
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
    expect(tellingSettings({})).toEqual({ webhooks: [], outside: OUTSIDE, linkOrigin: 'http://127.0.0.1:4400' });
  });

  it('name the webhooks in a file', () => {
    const path = file(JSON.stringify([{ ...good, url: 'https://desk.example/' }]));
    expect(tellingSettings({ WEBHOOKS_FILE: path, PUBLIC_ORIGIN: 'https://support.example' })).toMatchObject({
      webhooks: [{ id: 'desk' }],
      linkOrigin: 'https://support.example',
    });
  });

  it('name a mail server and the address that mail comes from, or stop the start', () => {
    const [SMTP_URL, MAIL_FROM] = ['smtp://127.0.0.1:25', 'support@receiver.example'];
    expect(tellingSettings({ SMTP_URL, MAIL_FROM }).mail).toEqual({ smtpUrl: SMTP_URL, from: MAIL_FROM });
    expect(() => tellingSettings({ SMTP_URL })).toThrow(StartRefused);
    expect(() => tellingSettings({ SMTP_URL, MAIL_FROM: `${MAIL_FROM}\r\nBcc: a@b.nl` })).toThrow(StartRefused);
    expect(() => tellingSettings({ SMTP_URL: 'https://mail.example', MAIL_FROM })).toThrow(StartRefused);
  });

  it('are believed for an organisation that has set it, and mail its people', async () => {
    const [SMTP_URL, MAIL_FROM] = ['smtp://127.0.0.1:25', 'support@receiver.example'];
    const [issuer] = receiver.ports.settings.askerIssuers;
    if (issuer?.organisation === undefined) throw new Error('The test issuer has an organisation');
    const answerMail = { appUrl: 'https://dossier.example/' };
    const settings = { askerIssuers: [{ ...issuer, organisation: { ...issuer.organisation, answerMail } }] };
    const { mail } = tellingSettings({ SMTP_URL, MAIL_FROM });
    expect([...answerMailsOf(settings, mail)]).toEqual([['voorbeeldzorg', answerMail]]);
    expect([...answerMailsOf(settings, undefined)]).toEqual([]);
    expect([...answerMailsOf(receiver.ports.settings, mail)]).toEqual([]);
  });

  it('name authorities that are believed beside the ones everybody knows, or stop the start', () => {
    const authority = anAuthority();
    const WEBHOOKS_CA_FILE = file(`Ours:\n${authority.cert}${anAuthority().cert}`);
    const { ca } = tellingSettings({ WEBHOOKS_CA_FILE }).outside ?? {};
    expect(ca).toHaveLength(rootCertificates.length + 2);
    expect(ca).toContain(authority.cert.trim());
    for (const wrong of ['', 'words', authority.key, authority.vouchFor().cert, authority.cert.replace('MII', 'AAA')])
      expect(() => tellingSettings({ WEBHOOKS_CA_FILE: file(wrong) })).toThrow('authorities, as PEM');
    expect(() => tellingSettings({ WEBHOOKS_CA_FILE: join(folder, 'none.pem') })).toThrow("can't be read");
  });

  it('stop the start when the file is not right or not there', () => {
    const path = file(JSON.stringify([{ ...good, url: endpoint.url }]));
    expect(() => tellingSettings({ WEBHOOKS_FILE: path })).toThrow(StartRefused);
    expect(() => tellingSettings({ WEBHOOKS_FILE: join(folder, 'none.json') })).toThrow(StartRefused);
    expect(tellingSettings({ WEBHOOKS_FILE: path, WEBHOOKS_TO_LOOPBACK: '1' }).webhooks).toHaveLength(1); // the control
  });
});
