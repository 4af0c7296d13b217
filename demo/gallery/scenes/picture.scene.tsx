import { Picture, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const nothing = (): void => undefined;
const drawing =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='640' height='400'%3E%3Crect width='640' height='400' fill='%23f3f5f8'/%3E%3Crect width='640' height='48' fill='%231f5fbf'/%3E%3Cg fill='%23c9d0da'%3E%3Crect x='40' y='90' width='200' height='24'/%3E%3Crect x='40' y='130' width='420' height='16'/%3E%3Crect x='40' y='160' width='380' height='16'/%3E%3C/g%3E%3C/svg%3E";

/** A picture, shown whole. */
export const picture: Scene = {
  title: 'Picture',
  states: {
    zoom: () => {
      const t = useText();
      return (
        <Picture
          url={drawing}
          alt={t('att.screenshot', { i: 1 })}
          width={640}
          height={400}
          onZoom={nothing}
          zoomName={t('q.shot.enlarge')}
        />
      );
    },
    plain: () => <Picture url={drawing} alt={useText()('att.screenshot', { i: 1 })} width={640} height={400} />,
    waiting: () => <Picture url={undefined} alt={useText()('state.loading')} />,
  },
};
