import { Icon, type IconName } from '../../../src/ui';
import type { Scene } from '../scene';

const names: readonly IconName[] = [
  'close',
  'back',
  'next',
  'side',
  'plus',
  'check',
  'up',
  'down',
  'edit',
  'remove',
  'send',
  'undo',
  'camera',
  'file',
  'talk',
  'place',
  'search',
  'zoom',
  'info',
  'warning',
  'offline',
];

/** Our own icons, side by side, so that an odd one out is seen. */
export const icon: Scene = {
  title: 'Icon',
  states: {
    all: () => (
      <div class="row">
        {names.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
    ),
  },
};
