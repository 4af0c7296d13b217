import { createId } from '../foundation/id';
import { canReturnTo, returnTo, systemRandom, waitUntilQuiet } from '../host';
import type { FrozenPage } from '../capture/moment';
import type { Panel, PanelPort, PanelTarget } from './panelPort';
import type { AppParts } from './parts';
import type { UnavailablePart } from './unavailable';

/** Fetches the panel when it is first opened and keeps it from then on. */
export interface PanelHolder {
  /** Fetches everything an open panel needs, before it is asked for. */
  warm(): void;
  open(target: PanelTarget, opener: Element | undefined): Promise<void>;
  close(): void;
  readonly mounted: Panel | undefined;
}

/** Creates the holder. */
export function createPanelHolder(parts: AppParts, noteUnavailable: (part: UnavailablePart) => void): PanelHolder {
  const { lazy, lifetime, model, news, owners, moment } = parts;
  let mounting: Promise<Panel> | undefined;
  let mounted: Panel | undefined;

  const close = (): void => {
    if (!model.isOpen.peek()) return;
    model.isOpen.value = false;
    mounted?.close();
    moment.forget();
    news.closed();
  };

  const mount = async (): Promise<Panel> => {
    const { startPanel } = await lazy.panel();
    if (lifetime.hasEnded) throw new Error('Support has ended.');
    const panel = await startPanel(panelPort(parts, { onClosed: close, noteUnavailable }));
    lifetime.add(() => panel.end());
    mounted = panel;
    return panel;
  };

  const panelOnPage = (): Panel | Promise<Panel> => {
    if (mounted) return mounted;
    mounting ??= mount().finally(() => (mounting = undefined)); // two presses make one panel
    return mounting;
  };

  return {
    get mounted() {
      return mounted;
    },
    warm() {
      lazy.panel().catch(() => undefined); // told by lazyFeatures, tried again at the press
      moment.prepare();
    },
    async open(target, opener) {
      moment.press();
      const panel = await panelOnPage();
      const wasOpen = model.isOpen.peek();
      model.isOpen.value = true;
      await panel.open(target, opener);
      void owners.enter().then(() => parts.replies.look());
      if (!wasOpen) news.opened();
    },
    close,
  };
}

/** Gives the panel what it needs of the core, and nothing more. */
function panelPort(parts: AppParts, told: Pick<PanelPort, 'onClosed' | 'noteUnavailable'>): PanelPort {
  const { view, root, doors, model, owners, connection, lazy, moment, clock, log, news, replies } = parts;
  return {
    ...told,
    view,
    root,
    bar: doors.bar,
    app: model,
    owners,
    connection,
    lazy,
    moment,
    clock,
    log,
    news,
    newId: () => createId(systemRandom),
    lookForReplies: () => replies.look(),
    canFreezeSubject: () => subjectVisit(parts) !== undefined,
    async freezeSubject(): Promise<FrozenPage | undefined> {
      const visit = subjectVisit(parts);
      if (!visit || !(await returnTo(view, visit))) return undefined;
      await waitUntilQuiet(view.document);
      return moment.fresh();
    },
  };
}

/** The screen the problem is on, if it is not this one and the browser can go back to it without leaving the page. */
function subjectVisit({ model, view }: AppParts) {
  const visit = model.isPassThrough.peek() ? model.visits.peek().subject : undefined;
  return visit && canReturnTo(view, visit) ? visit : undefined;
}
