import type { HostContext } from '../host';
import type { SignOutChoice } from '../questions/signOut';
import { createHintsHolder } from './hintsHolder';
import type { HintsHolder } from './hintsPart';
import type { OwnerPart } from './owner';
import { createPanelHolder, type PanelHolder } from './panelHolder';
import type { PanelTarget } from './panelPort';
import { createParts, type AppDeps, type AppParts } from './parts';
import type { Settings } from './settings';
import { trailKinds } from './trailKinds';
import { UNAVAILABLE, type UnavailablePart } from './unavailable';

/** What becomes of what waits when somebody signs out. */
export interface Leaving {
  /** It is sent first, as far as that can be done in ten seconds. */
  readonly send: boolean;
  /** What is left is deleted; otherwise it stays for the same person. */
  readonly wipe: boolean;
  /** The person chooses, when there is something to choose about. */
  readonly ask: boolean;
}

/** What was not sent when somebody signed out, and what the person chose when asked. */
export interface SignedOut {
  readonly drafts: number;
  readonly queued: number;
  readonly choice?: SignOutChoice;
}

/** A running app, as `api` sees it. */
export interface App {
  /** The page has nothing to do: fetches what the next press needs and sends what a closed tab left behind. */
  idle(): void;
  press(): void;
  intent(): void;
  open(target: PanelTarget, opener: Element | undefined): Promise<void>;
  readonly hints: Pick<HintsHolder, 'tell' | 'ask'>;
  close(): void;
  showLauncher(isShown: boolean): void;
  identify(): Promise<void>;
  signOut(leaving: Leaving): Promise<SignedOut>;
  tell(context: HostContext): void;
  change(settings: Settings): void;
  state(): {
    readonly isOpen: boolean;
    readonly unread: number;
    readonly waiting: number;
    readonly isSignedIn: boolean;
  };
  unavailable(): readonly UnavailablePart[];
  end(): void;
}

/** Builds the app. It makes no request and stores nothing until it is opened, or finds that something of this browser still waits. */
export function createApp(deps: AppDeps): App {
  const parts = createParts(deps);
  const { model, lifetime, moment, doors } = parts;
  const missing = new Map<string, UnavailablePart>(missingFromTheStart(deps).map((part) => [part.code, part]));
  const hints = createHintsHolder({ ...parts, openPanel: (target, text) => panel.open(target, undefined, text) });
  const panel = createPanelHolder({ ...parts, hints }, (part) => missing.set(part.code, part));
  /** Whoever never shows the launcher never fetches it. */
  const followLauncher = (): void => {
    if (model.isLauncherShown.peek()) parts.launcher().catch(() => undefined); // told by lazyFeatures, tried again when the panel opens
  };

  return {
    hints,
    idle() {
      if (lifetime.hasEnded) return;
      moment.prepare();
      followLauncher();
      followSteps(parts);
      hints.begin();
      void resumeWaiting(parts).catch(() => undefined); // storage that cannot be looked into holds nothing to resume
    },
    press: () => moment.press(),
    intent: () => panel.warm(),
    open: (target, opener) => panel.open(target, opener),
    close: () => panel.close(),
    showLauncher(isShown) {
      model.isLauncherShown.value = isShown;
      followLauncher();
    },
    identify: async () => (await parts.owner()).identify(),
    signOut: (leaving) => signOut(parts, { panel, hints, leaving }),
    tell: (context) => model.subject.tell(context),
    change(settings) {
      model.change(settings);
      moment.forget(); // made by the rules of before
      doors.setShortcut(settings.shortcut);
      followLauncher();
    },
    state: () => ({
      isOpen: model.isOpen.peek(),
      unread: model.unread.peek(),
      waiting: model.waiting.peek(),
      isSignedIn: model.isSignedIn.peek(),
    }),
    unavailable: () => [...missing.values()],
    end: () => lifetime.end(),
  };
}

interface WayOut {
  readonly panel: PanelHolder;
  readonly hints: Pick<HintsHolder, 'leave'>;
  readonly leaving: Leaving;
}

/** Forgets who was here, after what the host or the person wants done with what was not sent. */
async function signOut({ model, news, owner: load }: AppParts, { panel, hints, leaving }: WayOut): Promise<SignedOut> {
  panel.close();
  const left = hints.leave();
  await panel.mounted?.flush();
  const owner = await load().catch(() => undefined); // a part that never arrived knows nobody
  const choice = owner && (await settleUnsent(owner, { panel, leaving }));
  const counts = { drafts: panel.mounted?.draftCount() ?? 0, queued: model.waiting.peek() };
  model.trail.peek()?.forget();
  await left;
  await owner?.signOut(leaving.wipe || choice === 'delete');
  news.signedOut(counts);
  return choice ? { ...counts, choice } : counts;
}

/** Sends what waits when the host says so, and asks the person about what is left. */
async function settleUnsent(
  owner: OwnerPart,
  { panel, leaving: { send, ask } }: Omit<WayOut, 'hints'>,
): Promise<SignOutChoice | undefined> {
  if (send) await owner.sendWaiting();
  return ask ? owner.answered(panel.askSignOut()) : undefined;
}

function missingFromTheStart({ settings, view }: AppDeps): readonly UnavailablePart[] {
  return [
    ...(view.isSecureContext ? [] : [UNAVAILABLE['insecure-context']]),
    ...(settings.auth ? [] : [UNAVAILABLE['auth-missing']]),
    ...(settings.storage.mode === 'memory' ? [UNAVAILABLE['storage-memory']] : keysMissing(settings)),
  ];
}

/** A backend of the host's that keeps no keys leaves nothing to seal with. */
const keysMissing = ({ backend, storage }: Settings): readonly UnavailablePart[] =>
  storage.encrypt && typeof backend !== 'string' && !backend.deviceKey ? [UNAVAILABLE['keys-missing']] : [];

/** Whoever wants nothing of it remembered never fetches what remembers it. */
function followSteps({ lifetime, model, trail }: AppParts): void {
  lifetime.add(
    model.settings.subscribe((settings) => {
      if (trailKinds(settings).length > 0) trail().catch(() => undefined); // told by lazyFeatures; questions go without it then
    }),
  );
}

/** Sends what a closed tab left behind, where a database of ours is found; without one nothing is fetched. */
async function resumeWaiting({ settings, owner }: AppParts): Promise<void> {
  if (settings.storage.mode === 'memory' || !settings.auth) return;
  const listed = await indexedDB.databases?.();
  if (listed?.some(({ name }) => name?.startsWith('cliendo-support:')) ?? true) await (await owner()).resume();
}
