import type { SignOutChoice } from '../questions/signOut';
import { once } from './once';
import type { Panel, PanelPort, PanelTarget } from './panelPort';
import type { AppParts } from './parts';
import type { UnavailablePart } from './unavailable';

/** Fetches the panel when it is first opened and keeps it from then on. */
export interface PanelHolder {
  /** Fetches everything an open panel needs and builds it out of sight, before it is asked for. Asks nobody who is signed in. */
  warm(): void;
  open(target: PanelTarget, opener: Element | undefined, text?: string): Promise<void>;
  close(): void;
  /** Asks the person what becomes of what was not sent; the panel stays closed. */
  askSignOut(): Promise<SignOutChoice | undefined>;
  readonly mounted: Panel | undefined;
}

/** Creates the holder. */
export function createPanelHolder(
  parts: AppParts & Pick<PanelPort, 'hints'>,
  noteUnavailable: (part: UnavailablePart) => void,
): PanelHolder {
  const { lazy, lifetime, model, news, moment } = parts;
  let mounted: Panel | undefined;

  const close = (): void => {
    if (!model.isOpen.peek()) return;
    model.isOpen.value = false;
    mounted?.close();
    moment.forget();
    news.closed();
  };
  const needed = () => Promise.all([lazy.panel(), parts.owner(), parts.launcher()]);

  /** Two presses make one panel. */
  const mount = once(async () => {
    const [{ startPanel }, owner, launcher] = await needed();
    if (lifetime.hasEnded) throw new Error('Support has ended.');
    const port: PanelPort = {
      ...parts,
      ...owner,
      ...launcher,
      app: model,
      noteUnavailable,
      onClosed: close,
    };
    mounted = await startPanel(port);
    lifetime.add(() => mounted?.end());
    return mounted;
  });
  /** While the panel is on its way the launcher shows that the press was heard. */
  const panelOnPage = async (): Promise<Panel> => {
    model.isOpening.value = true;
    try {
      return await mount();
    } finally {
      model.isOpening.value = false;
    }
  };

  return {
    get mounted() {
      return mounted;
    },
    warm() {
      mount().catch(() => undefined); // told by lazyFeatures, tried again at the press
      moment.approach();
    },
    async open(target, opener, text) {
      moment.press();
      const panel = mounted ?? (await panelOnPage());
      const wasOpen = model.isOpen.peek();
      model.isOpen.value = true;
      await panel.open(target, opener, text);
      if (!wasOpen) news.opened();
    },
    close,
    askSignOut: async () => (await mount()).askSignOut(),
  };
}
