import { Button, useAnnounce, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** What is spoken: nothing is seen, so press and look at the live region. */
export const announcer: Scene = {
  title: 'Announcer',
  states: {
    rest: () => {
      const t = useText();
      const announce = useAnnounce();
      return (
        <div class="row">
          <Button onPress={() => announce(t('off.banner'))}>{t('off.banner')}</Button>
          <Button kind="danger" onPress={() => announce.alert(t('err.session'))}>
            {t('err.session')}
          </Button>
        </div>
      );
    },
  },
};
