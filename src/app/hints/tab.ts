import type { HintTab, TourMark } from '../../hints';

const KEY = 'cliendo-support:tour';

/** What a tab remembers of a tour, until the person signs out. */
export interface KeptTab extends HintTab {
  forget(): void;
}

/**
 * Keeps which tour runs in this tab of this person, over a reload. It is looked up once; a browser that refuses keeps it as long as the page.
 *
 * @param storage gives the tab's own storage; the browser may throw at that already
 */
export function createHintTab(owner: string, storage: () => Storage): KeptTab {
  let known: { readonly mark: TourMark | undefined } | undefined;
  const trying = <Value>(use: (tab: Storage) => Value): Value | undefined => {
    try {
      return use(storage());
    } catch {
      return undefined; // refused, or full
    }
  };
  const save = (mark: TourMark | undefined): void => {
    known = { mark };
    trying((tab) => (mark ? tab.setItem(KEY, JSON.stringify({ ...mark, owner })) : tab.removeItem(KEY)));
  };
  return {
    load() {
      known ??= { mark: trying((tab) => readMark(tab.getItem(KEY), owner)) };
      return known.mark;
    },
    save,
    forget: () => save(undefined),
  };
}

/** Nothing when it is somebody else's, or not as this version writes it. */
function readMark(written: string | null, owner: string): TourMark | undefined {
  if (written === null) return undefined;
  const found: unknown = JSON.parse(written);
  if (typeof found !== 'object' || found === null) return undefined;
  const { owner: whose, hint, rev, step, at } = found as Readonly<Record<string, unknown>>; // an object: each member is still unknown
  const isWhole = typeof hint === 'string' && typeof step === 'string' && typeof rev === 'number';
  return isWhole && typeof at === 'number' && whose === owner ? { hint, rev, step, at } : undefined;
}
