import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '../../../src/foundation/id';
import type { ChangePage, InboxPage } from '../../../src/protocol/index';
import { recordChange } from '../../../demo/receiver/store/recordChange';
import { createRows, type Rows } from '../../../demo/receiver/store/rows';
import { startReceiver, type Caller, type ReceiverUnderTest } from '../receiver/receiverUnderTest';
import { accepted } from '../receiver/wire';

let receiver: ReceiverUnderTest;
let rows: Rows;
let sanne: Caller;
let elders: Caller;
let noor: { readonly token: string };

beforeAll(async () => {
  receiver = await startReceiver();
  rows = createRows(receiver.guarded);
  sanne = await receiver.asker();
  elders = await receiver.asker('p-sanne', { claims: { org: 'elders' } });
  noor = { token: await receiver.agent() };
});
afterAll(() => receiver.close());

/** A transaction that has written its change and waits with its commit until it may. */
async function lateWriter(by: Caller, organisation: string, submission: Id) {
  let commit = (): void => undefined;
  const mayCommit = new Promise<void>((resolve) => (commit = resolve));
  let written = (): void => undefined;
  const hasWritten = new Promise<void>((resolve) => (written = resolve));
  const who = { owner: by.owner, organisation: { id: organisation } };
  const done = rows.ofAsker(who, async (tx) => {
    await recordChange(tx, { organisation, owner: by.owner, type: 'submission', submission, at: new Date() });
    written();
    await mayCommit;
  });
  await hasWritten;
  return { commit, done };
}

const inboxChanges = async (after: number): Promise<ChangePage> =>
  (await receiver.get(`/v1/agent/changes?after=${after}`, noor)).json<ChangePage>();
const sids = ({ items }: ChangePage): readonly string[] => items.map(({ sid }) => sid);

test('an agent who read on is still told of what was written earlier and committed later', async () => {
  const first = await accepted(receiver, sanne);
  await accepted(receiver, elders);
  const { cursor } = (await receiver.get('/v1/agent/questions', noor)).json<InboxPage>();

  const late = await lateWriter(sanne, 'voorbeeldzorg', first.id);
  const many = [];
  for (let turn = 0; turn < 12; turn += 1) many.push((await accepted(receiver, elders)).id);
  const before = await inboxChanges(cursor);
  expect(sids(before)).toEqual(many);

  late.commit();
  await late.done;
  const after = await inboxChanges(before.next);
  expect(sids(after)).toEqual([first.id]);
  expect(sids(await inboxChanges(after.next))).toEqual([]);
});

test('agents who look at the same moment are told the same, in the same order', async () => {
  const start = (await receiver.get('/v1/agent/questions', noor)).json<InboxPage>().cursor;
  const sent = Promise.all([accepted(receiver, sanne), accepted(receiver, elders), accepted(receiver, elders)]);
  await Promise.all(Array.from({ length: 6 }, () => inboxChanges(start)));
  await sent;
  const pages = await Promise.all([inboxChanges(start), inboxChanges(start)]);
  expect(pages[0]?.items.length).toBe(3);
  expect(pages[0]).toEqual(pages[1]);
});

test('of two that write for one organisation the later one waits, so that no number commits before a lower one', async () => {
  const { id, cursor } = await accepted(receiver, sanne);
  const late = await lateWriter(sanne, 'voorbeeldzorg', id);
  let isSecondDone = false;
  const second = accepted(receiver, sanne).then((view) => {
    isSecondDone = true;
    return view;
  });
  await accepted(receiver, elders); // another organisation does not wait
  expect(isSecondDone).toBe(false);
  const page = async (after: number): Promise<ChangePage> =>
    (await receiver.get(`/v1/changes?after=${after}`, sanne)).json<ChangePage>();
  expect((await page(cursor)).items).toEqual([]);

  late.commit();
  await late.done;
  const { cursor: last } = await second;
  expect((await page(cursor)).items.map(({ seq }) => seq)).toEqual([cursor + 1, cursor + 2]);
  expect(last).toBe(cursor + 2);
});
