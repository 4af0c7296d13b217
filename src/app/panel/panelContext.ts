import type { PanelPort } from '../panelPort';
import type { PanelModelInstance } from './panel.model';
import type { WorkspaceModelInstance } from './workspace.model';

/** What every screen of the panel gets. */
export interface PanelContext {
  readonly port: PanelPort;
  readonly panel: PanelModelInstance;
  readonly workspace: WorkspaceModelInstance;
  /** Id of the title, by which the layer is named. */
  readonly titleId: string;
  /** What stands in every header. */
  readonly header: { readonly onBack?: () => void; readonly onMove: () => void; readonly onClose: () => void };
  /** Shows a screen after a picture was made of the page behind it. */
  readonly goBackAndShow: () => Promise<void>;
}
