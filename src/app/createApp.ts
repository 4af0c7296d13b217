import type { HostContext } from '../host';
import { hasDatabase, ownerDatabaseName } from '../storage';
import { backendName } from './ownerSpace';
import { createPanelHolder } from './panelHolder';
import type { PanelTarget } from './panelPort';
import { createParts, type AppDeps, type AppParts } from './parts';
import type { Settings } from './settings';
import { UNAVAILABLE, type UnavailablePart } from './unavailable';

/** A running app, as `api` sees it. */
export interface App {
  /** The page has nothing to do: fetches what the next press needs and sends what a closed tab left behind. */
  idle(): void;
  press(): void;
  intent(): void;
  open(target: PanelTarget, opener: Element | undefined): Promise<void>;
  close(): void;
  showLauncher(isShown: boolean): void;
  identify(): Promise<void>;
  signOut(wipe: boolean): Promise<{ readonly drafts: number; readonly queued: number }>;
  tell(context: HostContext): void;
  change(settings: Settings): void;
  state(): { readonly isOpen: boolean; readonly unread: number; readonly waiting: number; readonly isSignedIn: boolean };
  unavailable(): readonly UnavailablePart[];
  end(): void;
}

/** Builds the app. It makes no request and stores nothing until it is opened, or finds that something of this browser still waits. */
export function createApp(deps: AppDeps): App {
  const parts = createParts(deps);
  const { model, owners, lifetime, moment, doors, news } = parts;
  const missing = new Map<string, UnavailablePart>(missingFromTheStart(deps).map((part) => [part.code, part]));
  const panel = createPanelHolder(parts, (part) => missing.set(part.code, part));
  lifetime.add(model.face.subscribe((face) => doors.setLauncher(face)));

  return {
    idle() {
      moment.prepare();
      void resumeWaiting(parts).catch(() => undefined); // storage that cannot be looked into holds nothing to resume
    },
    press: () => moment.press(),
    intent: () => panel.warm(),
    open: (target, opener) => panel.open(target, opener),
    close: () => panel.close(),
    showLauncher(isShown) {
      model.isLauncherShown.value = isShown;
    },
    async identify() {
      const session = await parts.connection.session();
      session.forget();
      const entered = await owners.enter();
      if (!entered.ok && owners.isSignedIn.peek()) owners.leave();
    },
    async signOut(wipe) {
      await panel.mounted?.flush();
      const counts = { drafts: panel.mounted?.draftCount() ?? 0, queued: model.waiting.peek() };
      const { database } = owners.space.peek();
      panel.close();
      if (wipe) await database.wipe();
      owners.leave();
      model.unread.value = 0;
      model.waiting.value = 0;
      news.signedOut(counts);
      return counts;
    },
    tell: (context) => model.tell(context),
    change(settings) {
      model.change(settings);
      doors.setShortcut(settings.shortcut);
    },
    state: () => ({
      isOpen: model.isOpen.peek(),
      unread: model.unread.peek(),
      waiting: model.waiting.peek(),
      isSignedIn: owners.isSignedIn.peek(),
    }),
    unavailable: () => [...missing.values()],
    end: () => lifetime.end(),
  };
}

function missingFromTheStart({ settings, view }: AppDeps): readonly UnavailablePart[] {
  return [
    ...(view.isSecureContext ? [] : [UNAVAILABLE['insecure-context']]),
    ...(settings.auth ? [] : [UNAVAILABLE['auth-missing']]),
    ...(settings.storage.mode === 'memory' ? [UNAVAILABLE['storage-memory']] : []),
  ];
}

/** Sends what a closed tab left behind: only where a database of ours is found, and only the signed person's own. */
async function resumeWaiting({ settings, owners, replies }: AppParts): Promise<void> {
  if (settings.storage.mode === 'memory' || !settings.auth || !(await hasAnyDatabase())) return;
  const entered = await owners.enter();
  if (!entered.ok || !(await hasDatabase(await ownerDatabaseName(backendName(settings), entered.value.owner)))) return;
  replies.look();
  const rows = await entered.value.database.store('items').keys('');
  if (rows.ok && rows.value.length > 0) await (await entered.value.outbox()).flush();
}

async function hasAnyDatabase(): Promise<boolean> {
  const listed = await indexedDB.databases?.();
  return listed?.some(({ name }) => name?.startsWith('cliendo-support:')) ?? true;
}
