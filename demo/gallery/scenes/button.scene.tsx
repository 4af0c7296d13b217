import { Button, IconButton, Spinner, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const nothing = (): void => undefined;

/** Buttons with text and with an icon alone. */
export const button: Scene = {
  title: 'Button',
  states: {
    kinds: () => {
      const t = useText();
      return (
        <div class="row">
          <Button kind="primary" onPress={nothing}>
            {t('rev.send')}
          </Button>
          <Button onPress={nothing}>{t('q.save')}</Button>
          <Button kind="quiet" onPress={nothing}>
            {t('q.where.change')}
          </Button>
          <Button kind="danger" onPress={nothing}>
            {t('bundle.remove')}
          </Button>
        </div>
      );
    },
    icons: () => {
      const t = useText();
      return (
        <div class="row">
          <Button icon="camera" onPress={nothing}>
            {t('cap.shot')}
          </Button>
          <Button kind="quiet" icon="plus" onPress={nothing}>
            {t('bundle.add')}
          </Button>
          <IconButton icon="up" name={t('bundle.up')} onPress={nothing} />
          <IconButton icon="down" name={t('bundle.down')} disabled onPress={nothing} />
          <IconButton icon="close" name={t('panel.close')} onPress={nothing} />
        </div>
      );
    },
    busy: () => {
      const t = useText();
      return (
        <div class="row">
          <Button kind="primary" busy onPress={nothing}>
            {t('rev.send')}
          </Button>
          <Spinner />
        </div>
      );
    },
    disabled: () => {
      const t = useText();
      return (
        <div class="stack">
          <div class="row">
            <Button kind="primary" disabled describedBy="why" onPress={nothing}>
              {t('rev.send')}
            </Button>
            <Button disabled onPress={nothing}>
              {t('q.save')}
            </Button>
          </div>
          <p class="small" id="why">
            {t('rev.media.ask')}
          </p>
        </div>
      );
    },
    pressed: () => {
      const t = useText();
      return (
        <div class="row">
          <Button pressed onPress={nothing}>
            {t('q.white.all')}
          </Button>
          <Button pressed={false} onPress={nothing}>
            {t('q.white.all')}
          </Button>
        </div>
      );
    },
  },
};
