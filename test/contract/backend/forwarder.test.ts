import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeHandler } from '../../../demo/backends/edge/nodeHandler';
import { createForwarder } from '../../../demo/backends/forwarder';
import type { Backend } from '../../../src/delivery';
import { backendContract, createHttpBackend } from '../../../src/testing';
import { anId, aSubmission, sealed } from '../../../src/testing/contract/samples';
import { startHelpdesk, type TestHelpdesk } from '../../support/helpdesk/helpdesk';
import { listen, type Listening } from './listening';
import { aFakePerson, claimsOf } from './subjects';

let helpdesk: TestHelpdesk;
let listening: Listening;
let backend: Backend;

/** A function has no memory: each request gets a new one here, as it may in the cloud. */
const forward = (request: Request): Promise<Response> =>
  createForwarder({ helpdesk, whoIs: async (token) => claimsOf(token) })(request);

beforeAll(async () => {
  helpdesk = await startHelpdesk();
  listening = await listen(createNodeHandler(forward));
  const { deviceKey: _noKey, removeDeviceKey: _neither, ...rest } = createHttpBackend(listening.url);
  backend = rest; // who keeps nothing keeps no keys
});
afterAll(async () => {
  await listening.end();
  await helpdesk.close();
});

describe('the backend contract on a function that forwards to a helpdesk', () => {
  for (const { name, run } of backendContract)
    it(name, async () => {
      const [asker, stranger] = [await aFakePerson(anId()), await aFakePerson(anId())];
      await run({ backend, asker, stranger, reply: async (question, text) => helpdesk.answer(question, text) });
    });
});

describe('a function that forwards to a helpdesk', () => {
  it.each([1, 2, 3])('makes each case once when the answer to request %i of it is lost', async (request) => {
    const { owner, call } = await aFakePerson(anId());
    const submission = aSubmission(owner, ['Een', 'Twee', 'Drie']);
    const item = await sealed(submission);
    helpdesk.loseAnswerAfter(request - 1);
    const first = await backend.putSubmission(item, call);
    expect(first).toMatchObject({ ok: false, problem: { status: 500, retryable: true } });
    expect(await backend.submissions(0, call)).toEqual({ ok: true, value: expect.toSatisfy(isEmptyOrWhole) });
    expect(await backend.putSubmission(item, call)).toMatchObject({ ok: true, value: { digest: item.digest } });
    const asked = submission.questions.map(({ id }) =>
      helpdesk.cases.filter(({ fields }) => fields['question'] === id),
    );
    expect(asked.map((cases) => cases.length)).toEqual([1, 1, 1]);
  });

  it('shows its key to nobody, and says no with the words of the protocol when the helpdesk does', async () => {
    const locked = createForwarder({
      helpdesk: { ...helpdesk, apiKey: 'geheim' },
      whoIs: async (token) => claimsOf(token),
    });
    const { call } = await aFakePerson(anId());
    const answer = await locked(
      new Request('https://functions.example/v1/submissions', { headers: { authorization: `Bearer ${call.token}` } }),
    );
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const body = await answer.text();
    expect([answer.status, body.includes('geheim'), JSON.parse(body)]).toMatchObject([500, false, { retryable: true }]);
  });
});

const isEmptyOrWhole = (views: readonly { readonly questions: readonly unknown[] }[]): boolean =>
  views.every(({ questions }) => questions.length === 3);
