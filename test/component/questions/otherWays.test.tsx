import { afterEach, describe, expect, test } from 'vitest';
import { succeed } from '../../../src/foundation/result';
import { MailingModel } from '../../../src/questions/mailing/mailing.model';
import { OtherWays } from '../../../src/questions/mailing/OtherWays';
import type { MailRules, Standing } from '../../../src/questions/mailing/ports';
import { anAttachment, manualClock } from '../../support/builders';
import { clear, show } from '../../support/views';
import { aWaiting, aWaitingQuestion } from '../../support/waiting';

afterEach(clear);

interface Given {
  readonly text?: string;
  readonly standing?: Standing;
  readonly rules?: Partial<MailRules>;
  readonly copies?: boolean;
}

async function open({ text, standing = { state: 'waiting', problem: 'no-answer' }, rules, copies = true }: Given = {}) {
  const done: string[] = [];
  let tell: (next: Standing) => void = () => undefined;
  const questions = [aWaitingQuestion(1, text === undefined ? {} : { text })];
  const model = new MailingModel({
    desk: {
      follow(listener) {
        tell = listener;
        listener(standing);
        return () => undefined;
      },
      read: async () => succeed(aWaiting({ questions, attachments: [anAttachment()] })),
      picture: async () => undefined,
      async sendAgain() {
        done.push('again');
      },
    },
    device: {
      async copy(copied) {
        done.push(copied);
        return copies;
      },
      save: (name) => void done.push(name),
    },
    rules: { content: 'text-only', to: 'info@voorbeeld.example', ...rules },
    clock: manualClock(),
  });
  const screen = await show(<OtherWays model={model} frame={{ titleId: 'title' }} />);
  await screen.settle();
  return { screen, done, tell: (next: Standing) => tell(next) };
}

describe('the other ways', () => {
  test('stand in the order of the ladder, under the reason', async () => {
    const { screen } = await open();
    expect(screen.text()).toContain('Versturen lukt nu niet. Je vraag is bewaard.');
    expect(screen.all('listitem').map(({ textContent }) => textContent?.split(/[.!]/)[0])).toEqual([
      expect.stringContaining('Opnieuw proberen'),
      expect.stringContaining('Tekst kopiëren'),
      expect.stringContaining('Openen in mijn mail'),
      expect.stringContaining('Korte mail beginnen'),
    ]);
  });

  test('do what they say, and tell it', async () => {
    const { screen, done } = await open();
    await screen.press('button', /Opnieuw proberen/);
    await screen.press('button', /Tekst kopiëren/);
    expect(screen.find('status').textContent).toBe('Gekopieerd.');
    await screen.press('button', /Openen in mijn mail/);
    expect(screen.text()).toContain('Het bestand staat bij je downloads.');
    expect(done).toEqual(['again', expect.stringContaining('opslaan in de agenda doet niets'), 'vraag.eml']);
  });

  test('open the text to select where copying does not work', async () => {
    const { screen } = await open({ copies: false });
    await screen.press('button', /Tekst kopiëren/);
    expect(screen.text()).toContain('Kopiëren lukt hier niet.');
    expect(document.querySelector('details')?.open).toBe(true);
  });

  test('say that a long question goes by the file, and never cut it', async () => {
    const { screen } = await open({ text: 'a'.repeat(2000) });
    expect(screen.text()).toContain('te lang voor een korte mail');
    expect(document.querySelector('a')).toBeNull();
  });

  test('say what ordinary mail leaves out', async () => {
    const { screen } = await open();
    expect(screen.text()).toContain('Gewone mail is minder veilig.');
    expect(screen.text()).toContain('Beeld gaat niet mee met de mail.');
  });

  test('say how many pictures go where they may', async () => {
    const { screen } = await open({ rules: { content: 'redacted' } });
    expect(screen.text()).toContain('1 afgedekt screenshot gaat mee.');
  });

  test('are sending again and copying where mail is off', async () => {
    const { screen } = await open({ rules: { content: 'off' } });
    expect(screen.all('listitem')).toHaveLength(2);
    expect(
      screen
        .all('listitem')
        .map(({ textContent }) => textContent)
        .join(),
    ).not.toContain('mail');
    expect(screen.text()).not.toContain('Gewone mail');
  });

  test('make room for the number once it got through', async () => {
    const { screen, tell } = await open();
    tell({ state: 'received', reference: '26-1' });
    await screen.settle();
    expect(screen.find('status').textContent).toBe('Verstuurd. Nummer 26-1.');
    expect(screen.all('listitem')).toEqual([]);
  });
});
