import type { PanelParts } from './lazyParts';
import type { PanelModelInstance } from './panel.model';
import type { WorkspaceModelInstance } from './workspace.model';

/** What every screen of the panel gets. */
export interface PanelContext {
  readonly port: PanelParts;
  readonly panel: PanelModelInstance;
  readonly workspace: WorkspaceModelInstance;
  /** Waits until it is known whose questions these are. */
  settled(): Promise<WorkspaceModelInstance>;
  /** The id of the title and the buttons of the header. */
  readonly frame: {
    readonly titleId: string;
    readonly onBack: (() => void) | undefined;
    readonly onMove: () => void;
    readonly onClose: () => void;
  };
}
