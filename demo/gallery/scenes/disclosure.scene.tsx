import { Disclosure, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** What not everybody needs. */
export const disclosure: Scene = {
  title: 'Disclosure',
  states: {
    closed: () => <Disclosure summary={useText()('q.more')}>{useText()('bundle.tip')}</Disclosure>,
    open: () => (
      <Disclosure open summary={useText()('rev.tech')}>
        {useText()('bundle.tip')}
      </Disclosure>
    ),
  },
};
