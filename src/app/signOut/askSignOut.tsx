import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Lifetime } from '../../foundation/lifetime';
import { isNothing, SignOutDialog, type Keeping, type SignOutChoice } from '../../questions/signOut';
import { Announcer, TextProvider } from '../../ui';
import type { PanelParts } from '../panel/lazyParts';
import type { ShellModelInstance } from '../panel/shell.model';
import { countUnsent } from './countUnsent';

/** What asking needs. */
export interface SignOutAsking {
  readonly port: PanelParts;
  readonly shell: ShellModelInstance;
  /** Of the panel: its end closes the question. */
  readonly lifetime: Lifetime;
}

/** How long the question stands before the host's sign-out goes on: somebody may have walked away. Milliseconds. */
const ANSWER_MS = 120_000;

/**
 * Asks the person what becomes of what was not sent; nothing when there is nothing. Sending is done here, before it answers.
 * Leaving it open, closing it and the end of support all mean `keep`.
 */
export async function askSignOut({ port, shell, lifetime }: SignOutAsking): Promise<SignOutChoice | undefined> {
  const workspace = await shell.settled();
  await shell.start();
  const unsent = await countUnsent(workspace);
  if (isNothing(unsent) || lifetime.hasEnded) return undefined;
  const { translate, format } = shell.texts.peek();
  const { isLasting } = workspace.ownerSpace().database;
  const keeping: Keeping = !isLasting ? 'none' : port.app.settings.peek().storage.encrypt ? 'sealed' : 'open';
  const isSending = signal(false);
  const place = port.view.document.createElement('div');
  port.root.shadowRoot?.append(place);

  const Asked = ({ onChoose }: { readonly onChoose: (choice: SignOutChoice) => void }) => (
    <TextProvider translate={translate} format={format}>
      <Announcer clock={port.clock}>
        <SignOutDialog unsent={unsent} keeping={keeping} isSending={isSending.value} onChoose={onChoose} />
      </Announcer>
    </TextProvider>
  );
  const answered = new Promise<SignOutChoice>((resolve) => {
    lifetime.add(() => resolve('keep'));
    lifetime.add(port.clock.after(ANSWER_MS, () => resolve('keep')));
    render(<Asked onChoose={resolve} />, place);
  });
  const close = (): void => {
    render(null, place);
    place.remove();
  };
  lifetime.add(close);
  const choice = await answered;
  if (choice === 'send') {
    isSending.value = true;
    await port.sendWaiting();
  }
  close();
  return choice;
}
