import { expect, it } from 'vitest';
import type { Outcome, Undelivered } from '../../../demo/inbox/agentBackend';
import { UndeliveredModel } from '../../../demo/inbox/undelivered.model';
import { eventWords, reasonWords, targetWords } from '../../../demo/inbox/undeliveredWords';

const aRow = (id: string, part: Partial<Undelivered> = {}): Undelivered => ({
  id,
  target: 'webhook:desk',
  event: 'message.added',
  at: '2026-03-09T09:00:00Z',
  tries: 20,
  ...part,
});
const lost: Outcome<never> = { ok: false, problem: { status: 0, retryable: true } };

/** A receiver that has these, and does not answer about the ones named. */
function aReceiver(rows: readonly Undelivered[], silentAbout: readonly string[] = []) {
  const told: string[] = [];
  const state = { isAway: false };
  const undelivered = new UndeliveredModel({
    undelivered: async () => (state.isAway ? lost : { ok: true, value: rows }),
    tellAgain: async (id) => {
      if (silentAbout.includes(id)) return lost;
      told.push(id);
      return { ok: true, value: undefined };
    },
  });
  return { undelivered, told, state };
}

it('counts what could not be delivered, and takes out of the list what is told again', async () => {
  const { undelivered, told } = aReceiver([aRow('a'), aRow('b')]);
  await undelivered.load();
  expect(undelivered.count.value).toBe(2);
  await undelivered.again('a');
  expect(told).toEqual(['a']);
  expect(undelivered.rows.value).toEqual([aRow('b')]);
  expect(undelivered.said.value).toBe('1 bericht wordt opnieuw gestuurd.');
});

it('tells all again, and keeps in the list what the receiver did not hear', async () => {
  const { undelivered, told } = aReceiver([aRow('a'), aRow('b'), aRow('c')], ['b']);
  await undelivered.load();
  await undelivered.againAll();
  expect(told).toEqual(['a']);
  expect(undelivered.rows.value?.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(undelivered.said.value).toBe('Opnieuw sturen lukte niet. Probeer het straks nog eens.');
});

it('is told once, however often the button is pressed meanwhile', async () => {
  const { undelivered, told } = aReceiver([aRow('a')]);
  await undelivered.load();
  await Promise.all([undelivered.again('a'), undelivered.again('a'), undelivered.againAll()]);
  expect(told).toEqual(['a']);
});

it('keeps showing what it had read when the receiver is away', async () => {
  const { undelivered, state } = aReceiver([aRow('a')]);
  await undelivered.load();
  state.isAway = true;
  await undelivered.load();
  expect(undelivered.failed.value).toBe(true);
  expect(undelivered.count.value).toBe(1);
});

it.each([
  ['timed-out', 'Geen antwoord binnen de tijd'],
  ['not-trusted', 'Het certificaat klopt niet'],
  ['http-410', 'De andere kant wil dit niet meer'],
  ['http-403', 'De andere kant weigert de toegang (403)'],
  ['http-503', 'De andere kant heeft het te druk (503)'],
  ['http-500', 'Er ging iets mis aan de andere kant (500)'],
  ['http-302', 'De andere kant gaf een ander antwoord (302)'],
  ['smtp-550', 'De mailserver weigert de mail (550)'],
  ['no-change', 'De bezorging is gestopt'],
])('says %s in a sentence', (reason, sentence) => {
  expect(reasonWords({ reason })).toBe(sentence);
});

it('names whom it was for and what it was about', () => {
  expect([targetWords(aRow('a')), eventWords(aRow('a'))]).toEqual(['Webhook desk', 'Nieuw bericht']);
  const mail = aRow('b', { target: 'mail', event: 'answer' });
  expect([targetWords(mail), eventWords(mail)]).toEqual(['Mail', 'Er is een antwoord']);
});
