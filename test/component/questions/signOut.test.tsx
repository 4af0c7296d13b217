import { afterEach, describe, expect, test } from 'vitest';
import { SignOutDialog, type SignOutDialogProps } from '../../../src/questions/signOut';
import { clear, show } from '../../support/views';

afterEach(clear);

async function asked(change: Partial<SignOutDialogProps> = {}) {
  const chosen: string[] = [];
  const screen = await show(
    <SignOutDialog
      unsent={{ questions: 2, replies: 0, drafts: 0 }}
      keeping="sealed"
      isSending={false}
      onChoose={(choice) => chosen.push(choice)}
      {...change}
    />,
  );
  return { screen, chosen };
}

describe('leaving a shared computer with something unsent', () => {
  test('names what there is, and offers to send, to keep and to delete it', async () => {
    const { screen, chosen } = await asked();
    expect(screen.text()).toContain('2 vragen zijn nog niet verstuurd.');
    await screen.press('button', /^Nu versturen/);
    await screen.press('button', /^Hier bewaren/);
    await screen.press('button', /^Van dit apparaat wissen/);
    expect(chosen).toEqual(['send', 'keep', 'delete']);
  });

  test('keeps it when the person closes the question', async () => {
    const { screen, chosen } = await asked();
    await screen.press('button', 'Sluiten');
    await screen.key('Escape');
    expect(new Set(chosen)).toEqual(new Set(['keep']));
    expect(chosen.length).toBeGreaterThan(0);
  });

  test('offers no sending of what is only in the making: nobody has looked at it as it would leave', async () => {
    const { screen } = await asked({ unsent: { questions: 0, replies: 0, drafts: 1 } });
    expect(screen.text()).toContain('1 vraag is nog niet af.');
    expect(screen.all('button', /^Nu versturen/)).toEqual([]);
  });

  test('promises no lock where there is none, and no keeping where nothing is kept', async () => {
    const open = await asked({ keeping: 'open' });
    expect(open.screen.text()).not.toContain('Op slot');
    clear();
    const none = await asked({ keeping: 'none' });
    expect(none.screen.all('button', /^Hier bewaren/)).toEqual([]);
    expect(none.screen.text()).toContain('Bewaren kan hier niet. Wat niet verstuurd is, gaat weg.');
  });

  test('can not be answered twice while it is being sent', async () => {
    const { screen } = await asked({ isSending: true });
    expect(screen.names('button')).toEqual(['Sluiten']);
    expect(screen.text()).toContain('We versturen nu…');
  });
});
