import { FilePicker, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const nothing = (): void => undefined;

/** Picks files. */
export const filePicker: Scene = {
  title: 'FilePicker',
  states: {
    rest: () => <FilePicker onFiles={nothing}>{useText()('cap.file')}</FilePicker>,
    busy: () => (
      <FilePicker busy onFiles={nothing}>
        {useText()('cap.adding')}
      </FilePicker>
    ),
  },
};
