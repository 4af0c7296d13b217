import { afterEach, describe, expect, test } from 'vitest';
import { ExpiringNotice, LateNotice } from '../../../src/questions/waiting';
import { clear, show } from '../../support/views';

afterEach(clear);

async function late(count: number) {
  const went: string[] = [];
  const submissions = Array.from({ length: count }, (_, index) => ({ id: String(index), savedAt: 0, questions: 1 }));
  const screen = await show(
    <LateNotice
      late={{ questions: count, days: 6, submissions }}
      onOtherWay={() => went.push('other way')}
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
    expect(went).toEqual(['other way']);
  });

  test('with others leads to the list, where each has its own way', async () => {
    const { screen, went } = await late(2);
    expect(screen.text()).toContain('2 vragen wachten al 6 dagen.');
    await screen.press('button', 'Mijn vragen');
    expect(went).toEqual(['mine']);
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
