import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../../src/delivery';
import { fail } from '../../../src/foundation/result';
import { aDesk } from './desk';
import { anEvening, anyCommand, FAULTS, PROBLEM_OF } from './evening';

it('loses nothing and doubles nothing, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { maxLength: 25 }), fc.integer(), async (commands, seed) => {
      const desk = await aDesk(seed);
      const evening = anEvening(desk);
      for (const command of commands) await evening.act(command);
      await evening.settle();
      const { witnesses } = evening;
      const received = desk.backend.received;
      expect(received.map(({ id }) => id).sort()).toEqual(witnesses.map(({ id }) => id).sort());
      for (const { id, body, attachments } of witnesses) {
        const stored = received.find((each) => each.id === id);
        expect(new TextDecoder().decode(stored?.body)).toBe(body);
        expect(attachments.map((attachment) => desk.backend.bytesOf(attachment.id)?.byteLength)).toEqual(
          attachments.map(({ size }) => size),
        );
        expect(await desk.backend.submission(id, { token: desk.token, language: 'nl' })).toMatchObject({
          ok: true,
          value: { delivery: 'complete' },
        });
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

/** What a sender without ids does: post, and post again when no answer came. */
async function naivePost(text: string, post: (text: string) => Answer<void>): Promise<void> {
  for (let tries = 0; tries < 20; tries++) if ((await post(text)).ok) return;
}

it('is judged by a test that does find doubles: a sender that posts and posts again makes them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...FAULTS), { minLength: 30, maxLength: 30 }), async (faults) => {
      fc.pre(faults.includes('lostAnswer') || faults.includes('twice'));
      const received: string[] = [];
      const left = [...faults];
      const post = async (text: string): Answer<void> => {
        const fault = left.shift();
        if (!fault || fault === 'lostAnswer') received.push(text);
        if (fault === 'twice') received.push(text, text);
        return fault ? fail(PROBLEM_OF[fault]) : { ok: true, value: undefined };
      };
      for (let count = 0; count < 40; count++) await naivePost(`Vraag ${count}`, post);
      expect(received.length).toBeGreaterThan(new Set(received).size);
    }),
    { numRuns: 50 },
  );
});
