import { useState } from 'preact/hooks';
import { Choice, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** A choice of one, as chips. */
export const choice: Scene = {
  title: 'Choice',
  states: {
    chosen: () => {
      const t = useText();
      const [kind, setKind] = useState<'problem' | 'ask' | 'wish'>('problem');
      const options = [
        { value: 'problem', label: t('q.kind.problem') },
        { value: 'ask', label: t('q.kind.howto') },
        { value: 'wish', label: t('q.kind.wish') },
      ] as const;
      return <Choice label={t('q.kind')} value={kind} options={options} onChange={setKind} />;
    },
    open: () => {
      const t = useText();
      const [scope, setScope] = useState<'one' | 'some' | 'all' | 'none' | undefined>(undefined);
      const options = [
        { value: 'one', label: t('q.client.this', { ref: '#10432' }) },
        { value: 'all', label: t('q.client.all') },
        { value: 'some', label: t('q.client.some') },
        { value: 'none', label: t('q.client.none') },
      ] as const;
      return (
        <Choice
          label={t('q.client.label')}
          value={scope}
          options={options}
          onChange={setScope}
          hint={t('q.client.privacy')}
        />
      );
    },
  },
};
