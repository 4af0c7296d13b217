import type { ScreenProps } from '../../ui';

/** What the panel gives every screen: the id of its title, and the buttons of its header. */
export type ScreenFrame = Pick<ScreenProps, 'titleId' | 'onBack' | 'onMove' | 'onClose'>;
