import { describe, expect, test } from 'vitest';
import { problemText } from '../../../src/locale';
import { nl } from '../../support/dutch';

const said = (code: string): string => nl[problemText(code)];

describe('a limit that is reached', () => {
  test.each([
    ['outbox-full', 'Er staat al veel klaar. Verstuur dat eerst.'],
    ['storage-full', 'Je browser heeft weinig ruimte. Verstuur eerst wat klaar staat.'],
    ['quota-owner', 'Er is vandaag veel verstuurd. De vraag is bewaard en gaat later vanzelf.'],
    ['quota-organisation', 'Er is vandaag veel verstuurd. De vraag is bewaard en gaat later vanzelf.'],
    ['rate-limited', 'Het is nu druk. De vraag is bewaard en gaat straks vanzelf.'],
    ['too-large', 'Deze vraag kan zo niet mee. De tekst is bewaard. Verstuur hem anders.'],
    ['proxy-too-large', 'Versturen lukt nu niet. Je vraag is bewaard.'], // it is tried again; another way is offered when it stays so
    ['files-too-large', 'Samen zijn de bijlagen te groot. Haal er één weg.'],
  ])('%s says what to do: %s', (code, sentence) => {
    expect(said(code)).toBe(sentence);
  });
});

test.each(['content-missing', 'key-gone', 'seal-broken', 'attachment-missing', 'gone'])(
  '%s does not say that something is saved that nobody can read any more',
  (code) => {
    expect(said(code)).not.toMatch(/bewaard/);
  },
);

test('a receiver without room does not make the person look for room in the browser', () => {
  expect(said('receiver-full')).toBe('Versturen lukt nu niet. Je vraag is bewaard.');
});
