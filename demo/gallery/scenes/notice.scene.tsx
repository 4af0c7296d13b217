import { Button, Notice, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const nothing = (): void => undefined;

/** What matters on a screen. */
export const notice: Scene = {
  title: 'Notice',
  states: {
    info: () => <Notice>{useText()('q.shot.ready', { n: 12 })}</Notice>,
    success: () => <Notice kind="success">{useText()('sent.promise')}</Notice>,
    warning: () => <Notice kind="warning">{useText()('off.banner')}</Notice>,
    danger: () => {
      const t = useText();
      return (
        <Notice kind="danger" actions={<Button onPress={nothing}>{t('err.retry')}</Button>}>
          {t('err.send')}
        </Notice>
      );
    },
  },
};
