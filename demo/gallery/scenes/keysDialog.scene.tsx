import { useState } from 'preact/hooks';
import { KeysDialog } from '../../../src/capture/editor';
import { Button, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** Which key does what in the picture editor. */
export const keysDialog: Scene = {
  title: 'KeysDialog',
  states: {
    all: () => {
      const t = useText();
      const [isOpen, setOpen] = useState(true);
      return isOpen ? (
        <KeysDialog onClose={() => setOpen(false)} />
      ) : (
        <Button onPress={() => setOpen(true)}>{t('keys.title')}</Button>
      );
    },
  },
};
