import { Badge, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** The status of a question, in each tone. */
export const badge: Scene = {
  title: 'Badge',
  states: {
    tones: () => {
      const t = useText();
      return (
        <div class="row">
          <Badge>{t('mine.s.closed')}</Badge>
          <Badge tone="accent">{t('mine.s.busy')}</Badge>
          <Badge tone="success">{t('mine.s.answered')}</Badge>
          <Badge tone="warning">{t('mine.s.needinfo')}</Badge>
          <Badge tone="danger">{t('mine.s.attention')}</Badge>
        </div>
      );
    },
  },
};
