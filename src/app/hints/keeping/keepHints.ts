import { createLifetime, type Lifetime } from '../../../foundation/lifetime';
import { PastModel, type HintKeeping, type HintsDeps } from '../../../hints';
import type { HintsParts } from '../hintsParts';
import type { PersonPorts } from '../personPorts';
import { createHintKeeping } from './keeping';

/** What somebody's hints are kept with. */
export type KeepHintsOptions = Pick<HintsParts, 'view' | 'clock' | 'newId' | 'news'> &
  Pick<PersonPorts, 'ask' | 'space'>;

/** What remembers what one person did with hints, and keeps it. */
export interface KeptForPerson extends Pick<HintsDeps, 'createPast'> {
  /** Puts away what was done, before the person is forgotten. Until that is done the end of `life` ends nothing of it. */
  leave(): Promise<void>;
}

/** Keeps what one person does with hints until `life` ends. */
export function keepHints({ space, view, news, ...options }: KeepHintsOptions, life: Lifetime): KeptForPerson {
  const keepLife = createLifetime();
  let isLeaving = false;
  life.add(() => isLeaving || keepLife.end());
  const { locks } = view.navigator;
  const keeping = createHintKeeping({ ...options, ...space, locks, lifetime: keepLife });
  return {
    createPast: (own) => new PastModel({ ...own, keeping: telling(keeping, news) }),
    leave() {
      isLeaving = true;
      return keeping.leave().finally(() => keepLife.end());
    },
  };
}

/** What is told to the receiver is told to the host too. */
function telling(keeping: HintKeeping, news: HintsParts['news']): HintKeeping {
  return {
    load: () => keeping.load(),
    save: (kept) => keeping.save(kept),
    changed: (listener) => keeping.changed(listener),
    tell(event, key) {
      keeping.tell(event, key);
      const { rev: _rev, at: _at, route: _route, appVersion: _version, count: _count, ...told } = event;
      news.hint(told);
    },
  };
}
