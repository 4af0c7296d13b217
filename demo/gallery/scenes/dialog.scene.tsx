import { useState } from 'preact/hooks';
import { Button, Dialog, TextField, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** A modal layer. */
export const dialog: Scene = {
  title: 'Dialog',
  states: {
    closed: () => {
      const t = useText();
      const [isOpen, setOpen] = useState(false);
      return (
        <div>
          <Button onPress={() => setOpen(true)}>{t('q.where.change')}</Button>
          {isOpen && (
            <Dialog title={t('q.where.change')} onClose={() => setOpen(false)}>
              <p>{t('place.now')}</p>
            </Dialog>
          )}
        </div>
      );
    },
    open: () => {
      const t = useText();
      const [isOpen, setOpen] = useState(true);
      const close = (): void => setOpen(false);
      const actions = (
        <>
          <Button onPress={close}>{t('bundle.undo')}</Button>
          <Button kind="primary" onPress={close}>
            {t('rev.send')}
          </Button>
        </>
      );
      return isOpen ? (
        <Dialog wide title={t('q.where.change')} onClose={close} actions={actions}>
          <TextField label={t('place.search')} value="" onInput={() => undefined} />
          <p>{t('bundle.tip')}</p>
        </Dialog>
      ) : (
        <Button onPress={() => setOpen(true)}>{t('q.where.change')}</Button>
      );
    },
  },
};
