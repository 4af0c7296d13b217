import { useState } from 'preact/hooks';
import { Checkbox, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** A box to tick. */
export const checkbox: Scene = {
  title: 'Checkbox',
  states: {
    off: () => {
      const t = useText();
      const [isChecked, setChecked] = useState(false);
      return <Checkbox label={t('rev.media.checked')} checked={isChecked} onChange={setChecked} />;
    },
    on: () => {
      const t = useText();
      const [isChecked, setChecked] = useState(true);
      return <Checkbox label={t('rev.media.checked')} checked={isChecked} onChange={setChecked} />;
    },
  },
};
