import { useState } from 'preact/hooks';
import { SignOutDialog, type SignOutDialogProps } from '../../../src/questions/signOut';
import { Button, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const Asked = ({
  unsent,
  keeping = 'sealed',
  isSending = false,
}: Partial<SignOutDialogProps> & Pick<SignOutDialogProps, 'unsent'>) => {
  const t = useText();
  const [isOpen, setOpen] = useState(true);
  return isOpen ? (
    <SignOutDialog unsent={unsent} keeping={keeping} isSending={isSending} onChoose={() => setOpen(false)} />
  ) : (
    <Button onPress={() => setOpen(true)}>{t('out.title')}</Button>
  );
};

/** What becomes of what was not sent when somebody leaves a shared computer. */
export const signOutDialog: Scene = {
  title: 'SignOutDialog',
  states: {
    one: () => <Asked unsent={{ questions: 1, replies: 0, drafts: 0 }} />,
    everything: () => <Asked unsent={{ questions: 2, replies: 1, drafts: 3 }} />,
    onlyDrafts: () => <Asked unsent={{ questions: 0, replies: 0, drafts: 2 }} />,
    notSealed: () => <Asked unsent={{ questions: 2, replies: 0, drafts: 0 }} keeping="open" />,
    cannotKeep: () => <Asked unsent={{ questions: 2, replies: 0, drafts: 1 }} keeping="none" />,
    sending: () => <Asked unsent={{ questions: 2, replies: 0, drafts: 0 }} isSending />,
  },
};
