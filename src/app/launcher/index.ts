/**
 * The floating button and what moves it into a dialog of the host. Fetched when the button is wanted or the panel opens.
 * Invariant: there is one watch on the host's modals and one mover of the bar, both made here.
 */
export { startLauncher } from './startLauncher';
export type { BarPlace, LauncherPart } from './startLauncher';
