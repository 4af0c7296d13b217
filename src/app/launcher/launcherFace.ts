import { launcherName } from '../../locale/launcherName';
import type { LauncherState } from '../app.model';
import type { PillFace } from './pill';

/** Gives what stands on the launcher and what it is called; the way back to a parked panel says so. */
export function launcherFace({ settings, resume, unread, isBusy }: LauncherState): PillFace {
  const { locale, brand, messages, panel } = settings;
  return {
    ...launcherName(locale, { brand: brand.name, unread, label: resume ?? messages['launcher.label'] }),
    unread,
    isBusy,
    side: panel.side,
  };
}
