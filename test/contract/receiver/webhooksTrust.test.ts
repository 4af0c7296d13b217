import { describe, expect, it } from 'vitest';
import { OUTSIDE } from '../../../demo/receiver/outgoing/postOut';
import type { Resolve } from '../../../demo/receiver/outgoing/publicAddress';
import type { Received } from '../../support/endpoint';
import { HERE, SECRET, webhooksUnderTest } from './webhooksUnderTest';
import { accepted } from './wire';

const NEW_SECRET = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const OTHER_SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

const { here, told, webhook, listed } = webhooksUnderTest();

describe('the example of the manual', () => {
  const one = async (secrets: readonly string[]): Promise<Received> => {
    const desk = await told([webhook({ secrets })]);
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    const [received] = here.endpoint.received;
    if (received === undefined) throw new Error('Nothing came in');
    return received;
  };
  const now = () => here.receiver.time.now / 1000;

  it('believes what was sent, with the old and with the new secret', async () => {
    const received = await one([NEW_SECRET, SECRET]);
    expect(here.readWebhook(received, SECRET, now())).toMatchObject({ type: 'submission.received' });
    expect(here.readWebhook(received, NEW_SECRET, now())).toMatchObject({ type: 'submission.received' });
    expect(() => here.readWebhook(received, OTHER_SECRET, now())).toThrow('Not signed');
  });

  it.each([
    ['without a signature', { 'webhook-signature': undefined }],
    ['with an empty signature', { 'webhook-signature': '' }],
    ['with a signature of another kind', { 'webhook-signature': 'v2,AAAA v1a,AAAA' }],
    ['with half a signature', { 'webhook-signature': 'v1' }],
    ['without an id', { 'webhook-id': undefined }],
    ['under another id', { 'webhook-id': 'other' }],
    ['with another time', { 'webhook-timestamp': '1710234001' }],
    ['with a time that is none', { 'webhook-timestamp': 'now' }],
  ])('refuses what comes %s', async (_what, headers) => {
    const received = await one([SECRET]);
    expect(() =>
      here.readWebhook({ ...received, headers: { ...received.headers, ...headers } }, SECRET, now()),
    ).toThrow();
  });

  it('refuses a body in which one letter is another, and what is older than five minutes', async () => {
    const received = await one([SECRET]);
    const changed = { ...received, body: received.body.replace('"problem"', '"problen"') };
    expect(changed.body).not.toBe(received.body);
    expect(() => here.readWebhook(changed, SECRET, now())).toThrow('Not signed');
    expect(() => here.readWebhook(received, SECRET, now() + 301)).toThrow('Too old');
    expect(() => here.readWebhook(received, SECRET, now() - 301)).toThrow('Too old');
    expect(here.readWebhook(received, SECRET, now() + 299)).toBeTruthy(); // the control
  });
});

describe('a webhook is no way into the network of the receiver', () => {
  const failing = async (url: string, outside: typeof OUTSIDE): Promise<string | undefined> => {
    const desk = await told([webhook({ url })], { outside });
    await accepted(here.receiver, here.sanne);
    await desk.deliverDue();
    return (await listed())[0]?.reason;
  };
  const leadingTo =
    (...addresses: string[]): Resolve =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it.each([
    ['this computer', 'https://127.0.0.1/'],
    ['this computer by a short number', 'https://127.1/'],
    ['this computer by a hexadecimal number', 'https://0x7f000001/'],
    ['this computer in IPv6', 'https://[::1]/'],
    ['this computer as a mapped address', 'https://[::ffff:127.0.0.1]/'],
    ['a private network', 'https://192.168.0.1/'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['the internet without TLS', 'http://93.184.215.14/'],
  ])('and does not go to %s', async (_what, url) => {
    expect(await failing(url, OUTSIDE)).toBe('address-refused');
  });

  it.each([
    ['a private address', leadingTo('10.0.0.1')],
    ['this computer', leadingTo('127.0.0.1')],
    ['a public address and a private one', leadingTo('93.184.215.14', '10.0.0.1')],
    ['the metadata of a cloud in IPv6', leadingTo('fd00:ec2::254')],
  ])('nor to a name that leads to %s', async (_what, resolve) => {
    expect(await failing('https://desk.example/', { ...OUTSIDE, resolve })).toBe('address-refused');
  });

  it('and a name that leads nowhere is an ordinary failure', async () => {
    const nowhere = { ...OUTSIDE, resolve: async () => Promise.reject(new Error('ENOTFOUND')) };
    expect(await failing('https://desk.example/', nowhere)).toBe('name-not-found');
    await here.receiver.behind('delete from outgoing');
    expect(await failing('https://desk.example/', { ...OUTSIDE, resolve: leadingTo() })).toBe('name-not-found');
  });

  it('reaches this computer where that is allowed for development, and still no private network', async () => {
    const toLoopback = { ...HERE, resolve: leadingTo('127.0.0.1') };
    expect(await failing(`http://desk.example:${here.endpoint.port}/hook`, toLoopback)).toBeUndefined();
    expect(here.endpoint.received[0]?.headers.host).toBe(`desk.example:${here.endpoint.port}`);
    await here.receiver.behind('delete from outgoing');
    expect(await failing('http://10.0.0.1/', HERE)).toBe('address-refused');
  });

  it('connects to the very address that was judged, whatever the name says a moment later', async () => {
    const said: string[] = [];
    const flipping = async () => {
      said.push(said.length === 0 ? '127.0.0.1' : '127.0.0.2');
      return [{ address: said.at(-1) ?? '', family: 4 }];
    };
    expect(
      await failing(`http://desk.example:${here.endpoint.port}/hook`, { ...HERE, resolve: flipping }),
    ).toBeUndefined();
    expect(said).toEqual(['127.0.0.1']);
    expect(here.endpoint.received).toHaveLength(1); // nobody listens at the second address, and no resolver knows this name
  });

  it('does not read an answer without an end', async () => {
    here.endpoint.answer((response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(await failing(here.endpoint.url, HERE)).toBeUndefined();
    expect(await listed()).toMatchObject([{ state: 'done' }]);
  });

  it('does not wait for the end of an answer that says it was taken', async () => {
    here.endpoint.answer((response) => response.writeHead(200).write('never more than this'));
    expect(await failing(here.endpoint.url, { ...HERE, timeLimitMs: 5000 })).toBeUndefined();
    expect(await listed()).toMatchObject([{ state: 'done' }]);
  });
});
