import { afterEach, describe, expect, it } from 'vitest';
import type { OutgoingList } from '../../../demo/receiver/schema/webhook';
import { anAuthority, type Certified } from '../../support/certificates';
import { startEndpoint, type Endpoint } from '../../support/endpoint';
import { HERE, LONG_MS, SECRET, webhooksUnderTest } from './webhooksUnderTest';
import { accepted } from './wire';

const { here, told, webhook, listed, later } = webhooksUnderTest();
const authority = anAuthority();
const open: Endpoint[] = [];
afterEach(() => Promise.all(open.splice(0).map((endpoint) => endpoint.stop())));

const secure = async (certified: Certified): Promise<Endpoint> => {
  const endpoint = await startEndpoint(certified);
  open.push(endpoint);
  return endpoint;
};
const believing = (...authorities: readonly Certified[]) => ({
  outside: { ...HERE, ca: authorities.map(({ cert }) => cert) },
});
const afterTelling = async (
  { url }: Endpoint,
  change: Parameters<typeof told>[1],
): Promise<OutgoingList['items'][number] | undefined> => {
  const desk = await told([webhook({ url })], change);
  await accepted(here.receiver, here.sanne);
  await desk.deliverDue();
  return (await listed())[0];
};

describe('a webhook by https', () => {
  it('is told, when an authority of the settings vouches for it: signed, as everywhere', async () => {
    const desk = await secure(authority.vouchFor());
    expect(await afterTelling(desk, believing(authority))).toMatchObject({ state: 'done', tries: 1 });
    const [received] = desk.received;
    if (received === undefined) throw new Error('Nothing came in');
    expect(here.readWebhook(received, SECRET, here.receiver.time.now / 1000)).toMatchObject({
      type: 'submission.received',
    });
  });

  it.each<[what: string, certified: () => Certified, believed: readonly Certified[] | undefined]>([
    ['nobody of the settings vouches for it', () => authority.vouchFor(), undefined],
    ['another authority is in the settings', () => authority.vouchFor(), [anAuthority()]],
    ['the certificate is for another name', () => authority.vouchFor('desk.example'), [authority]],
    ['the server vouches for itself', () => anAuthority(), [authority]],
  ])('is told nothing when %s: the log says why, and it is tried again', async (_what, certified, believed) => {
    const desk = await secure(certified());
    const change = believed === undefined ? { outside: HERE } : believing(...believed);
    expect(await afterTelling(desk, change)).toMatchObject({ state: 'waiting', reason: 'not-trusted' });
    expect(desk.received).toEqual([]);
    const lines = here.receiver.logged.filter((line) => line.includes('"reason":"not-trusted"'));
    expect(lines.at(-1)).toContain('"event":"submission.received"');
  });

  it('gets what waited, when the authority is in the settings of the next start', async () => {
    const desk = await secure(authority.vouchFor());
    await afterTelling(desk, { outside: HERE });
    expect(desk.received).toEqual([]);
    await later(LONG_MS);
    const again = await told([webhook({ url: desk.url })], believing(authority));
    await again.deliverDue();
    expect(await listed()).toMatchObject([{ state: 'done', tries: 2 }]);
    expect(desk.received).toHaveLength(1);
  });
});
