import { Progress, Skeleton, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** How far something is, and what has not come yet. */
export const progress: Scene = {
  title: 'Progress and Skeleton',
  states: {
    some: () => <Progress label={useText()('sent.media', { pct: 40 })} value={40} />,
    unknown: () => <Progress label={useText()('state.loading')} />,
    skeleton: () => <Skeleton lines={4} />,
  },
};
