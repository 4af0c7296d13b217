import { expect, test } from 'vitest';
import { isUnanswered, standingAfter, type Act, type Standing } from '../../../demo/receiver/domain/questionStatus';

const at = (status: Standing['status'], replies = 0, solved = false): Standing => ({ status, replies, solved });
const action = (type: 'solved' | 'reopen' | 'answered' | 'satisfaction' | 'sendDirect'): Act => ({
  kind: 'action',
  type,
});

test.each<[string, Standing, Act, Standing | 'not-answered']>([
  ['a follow-up gives what we waited for', at('needsInfo', 1), { kind: 'followUp' }, at('inProgress', 1)],
  ['a follow-up after an answer asks for attention', at('answered', 1), { kind: 'followUp' }, at('inProgress', 1)],
  ['a follow-up after the end opens it and starts the wait', at('closed', 1), { kind: 'followUp' }, at('received')],
  ['a follow-up while we work changes nothing', at('inProgress'), { kind: 'followUp' }, at('inProgress')],
  ['the asker says it is solved', at('received'), action('solved'), at('closed', 0, true)],
  ['the asker opens it again', at('closed', 2, true), action('reopen'), at('received')],
  ['opening what is open changes nothing', at('inProgress', 1), action('reopen'), at('inProgress', 1)],
  ['the asker goes past the contact person', at('withContact'), action('sendDirect'), at('received')],
  ['going past nobody changes nothing', at('answered', 1), action('sendDirect'), at('answered', 1)],
  ['being content changes nothing', at('answered', 1), action('satisfaction'), at('answered', 1)],
  ['saying that it was answered changes nothing', at('answered', 1), action('answered'), at('answered', 1)],
  ['an agent answers', at('received'), { kind: 'reply', status: 'answered' }, at('answered', 1)],
  ['an agent answers and closes', at('received'), { kind: 'reply', status: 'closed' }, at('closed', 1)],
  [
    'an agent answers what the asker had closed',
    at('closed', 0, true),
    { kind: 'reply', status: 'inProgress' },
    at('inProgress', 1),
  ],
  ['an agent begins', at('received'), { kind: 'status', status: 'inProgress' }, at('inProgress')],
  ['an agent may not close in silence', at('inProgress'), { kind: 'status', status: 'closed' }, 'not-answered'],
  ['an agent may close after a reply', at('answered', 1), { kind: 'status', status: 'closed' }, at('closed', 1)],
  [
    'an agent takes back what only the asker had closed: the wait goes on',
    at('closed', 0, true),
    { kind: 'status', status: 'received' },
    at('received'),
  ],
])('%s', (_story, before, act, after) => {
  const result = standingAfter(before, act);
  expect(result.ok ? result.value : result.problem).toEqual(after);
});

test('somebody waits until there is a reply or their own word', () => {
  expect([at('needsInfo'), at('received', 1), at('closed', 0, true)].map(isUnanswered)).toEqual([true, false, false]);
});
