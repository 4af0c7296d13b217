import type { Lifetime } from '../../../foundation/lifetime';
import type { HintPageWithElements, PageSign, WantedSigns } from '../../../hints';

/** What a page is made of that is looked at when it is asked for. */
export interface PageWhenAskedOptions {
  /** Gives what makes the page that looks. */
  fetch(): Promise<(life: Lifetime) => HintPageWithElements>;
  /** Whether a modal of the host is open. */
  isModalOpen(): boolean;
}

/**
 * The page of hints, of which what looks is fetched when there is something to look for. Until then no place is there, and what is asked
 * last is what is looked for. When it did not arrive, the next question tries again.
 */
export function createPageWhenAsked(
  { fetch, isModalOpen }: PageWhenAskedOptions,
  life: Lifetime,
): HintPageWithElements {
  const listeners = new Set<(signs: readonly PageSign[]) => void>();
  let page: HintPageWithElements | undefined;
  let wanted: WantedSigns | undefined;
  let isComing = false;

  const bring = async (): Promise<void> => {
    isComing = true;
    const make = await fetch().catch(() => undefined); // told by its chunk
    isComing = false;
    if (!make || !wanted || life.hasEnded) return;
    page = make(life);
    page.listen((signs) => listeners.forEach((listener) => listener(signs)));
    page.watch(wanted);
  };
  return {
    watch(next) {
      wanted = next;
      if (page) page.watch(next);
      else if (!isComing && !life.hasEnded && asksAnything(next)) void bring();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    placeOf: (target) => page?.placeOf(target) ?? 'missing',
    isBehindModal: (target) => page?.isBehindModal(target) ?? isModalOpen(),
    arrive: () => page?.arrive(),
    reveal: (target) => page?.reveal(target),
    elementOf: (target) => page?.elementOf(target),
  };
}

const asksAnything = ({ places, idleMs, isErrorWanted, isRageWanted }: WantedSigns): boolean =>
  places.length > 0 || idleMs.length > 0 || isErrorWanted || isRageWanted;
