import { afterEach, describe, expect, test } from 'vitest';
import { ExpiringNotice, LateNotice, QueuedNotice } from '../../../src/questions/waiting';
import { clear, show } from '../../support/views';

afterEach(clear);

async function late(count: number, kind: 'question' | 'reply' = 'question') {
  const went: string[] = [];
  const screen = await show(
    <LateNotice
      kind={kind}
      late={{ count, days: 6 }}
      onThis={count === 1 ? () => went.push('this one') : undefined}
      onMine={() => went.push('mine')}
    />,
  );
  return { screen, went };
}

describe('a question that has waited too long', () => {
  test('says how long, what may happen, and leads to the other ways', async () => {
    const { screen, went } = await late(1);
    expect(screen.text()).toContain('1 vraag wacht al 6 dagen. Je browser kan hem wissen.');
    await screen.press('button', 'Anders versturen');
    expect(went).toEqual(['this one']);
  });

  test('with others leads to the list, where each has its own way', async () => {
    const { screen, went } = await late(2);
    expect(screen.text()).toContain('2 vragen wachten al 6 dagen.');
    await screen.press('button', 'Mijn vragen');
    expect(went).toEqual(['mine']);
  });
});

test('a reply that has waited too long says so in its own words, and leads to where it stands', async () => {
  const { screen, went } = await late(1, 'reply');
  expect(screen.text()).toContain('1 reactie wacht al 6 dagen.');
  await screen.press('button', 'Naar de reactie');
  expect(went).toEqual(['this one']);
});

test('above the list itself a warning leads nowhere: each row has its own way', async () => {
  const screen = await show(<LateNotice kind="question" late={{ count: 2, days: 6 }} />);
  expect(screen.text()).toContain('2 vragen wachten al 6 dagen.');
  expect(screen.all('button')).toEqual([]);
});

describe('what is ready to be sent', () => {
  test('is counted apart from what only waits for its pictures', async () => {
    const screen = await show(<QueuedNotice questions={2} replies={1} percent={40} />);
    expect(screen.text()).toBe('2 vragen staan klaar. 1 reactie staat klaar. Beeld wordt verstuurd… 40%');
  });

  test('is not spoken of when the receiver has every word', async () => {
    const screen = await show(<QueuedNotice questions={0} replies={0} percent={40} />);
    expect(screen.text()).toBe('Beeld wordt verstuurd… 40%');
  });

  test('is nothing when everything arrived', async () => {
    expect((await show(<QueuedNotice questions={0} replies={0} />)).text()).toBe('');
  });
});

test('a draft says when it will be erased and can be kept longer', async () => {
  const kept: string[] = [];
  const at = Date.UTC(2026, 2, 14, 8, 30);
  const screen = await show(<ExpiringNotice at={at} onKeep={() => kept.push('kept')} />);
  expect(screen.text()).toContain('We wissen het op 14 maart 2026 om 09:30.');
  await screen.press('button', 'Langer bewaren');
  expect(kept).toEqual(['kept']);
});
