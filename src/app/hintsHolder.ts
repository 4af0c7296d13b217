import type { HintsHolder, HintsPart } from './hintsPart';
import { once } from './once';
import type { PanelTarget } from './panelPort';
import type { AppParts } from './parts';

/** What they are fetched with. */
export interface HintsHolderOptions extends AppParts {
  /** Opens the panel, with a question that has begun. */
  openPanel(target: PanelTarget, text?: string): Promise<void>;
}

/** Most calls that wait. */
const MOST = 100;

/** Creates the holder. */
export function createHintsHolder(parts: HintsHolderOptions): HintsHolder {
  const { model, lifetime, lazy, view } = parts;
  const waiting: ((hints: HintsPart) => void)[] = [];
  let here: HintsPart | undefined;
  const load = once(async () => {
    const [{ startHints }, owner] = await Promise.all([lazy.hints(), parts.owner()]);
    here = startHints({ ...parts, ...owner });
    for (const say of waiting.splice(0)) say(here);
    return here;
  });
  const isSaving = (): boolean => {
    const { connection } = view.navigator as { connection?: { saveData?: boolean } }; // not in every engine's types
    return connection?.saveData === true;
  };
  const isWanted = (): boolean => model.settings.peek().hints !== false && model.isSignedIn.peek() && !isSaving();
  const look = (): void => {
    if (isWanted() && !here && !lifetime.hasEnded) load().catch(() => undefined); // told by lazyFeatures
  };
  /** A host that wants hints need not say who is signed in: it is asked, once. Nobody yet? Then `identify()` tells. */
  const meet = async (): Promise<void> => {
    const { hints, auth } = model.settings.peek();
    if (!hints || !hints.isGiven || !auth || isSaving()) return;
    const { owners } = await parts.owner();
    if (!lifetime.hasEnded) await owners.enter(); // its chunk may arrive after the end
  };
  return {
    begin() {
      lifetime.add(model.isSignedIn.subscribe(look));
      lifetime.add(model.settings.subscribe(look));
      void meet().catch(() => undefined); // told by lazyFeatures
    },
    tell(say) {
      if (here) return say(here);
      if (waiting.length < MOST) waiting.push(say);
    },
    leave: async () => here?.leave(),
    ask: async (ask, otherwise) => (here || isWanted() ? ask(here ?? (await load())) : otherwise),
  };
}
