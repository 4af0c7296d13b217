import type { Lifetime } from '../../foundation/lifetime';
import type { HintsDeps } from '../../hints';
import type { OwnerSpace } from '../owner';
import { createHintSource } from './source';
import { createHintAsk, type HintAsk } from './sourceAsk';
import type { HintsParts } from './hintsParts';
import { createHintTab } from './tab';

/** What is needed to know whether there is anything for this person. */
export interface PersonPorts extends Pick<HintsDeps, 'source' | 'tab'> {
  readonly ask: HintAsk;
  readonly space: OwnerSpace;
}

/** Fills the ports of one person. Which tour runs in this tab is forgotten with the person, and not with the page. */
export function createPersonPorts(
  { connection, model, owners, clock, log, view }: HintsParts,
  space: OwnerSpace,
  life: Lifetime,
): PersonPorts {
  const { owner, database } = space;
  const language = (): string => model.settings.peek().locale;
  const ask = createHintAsk({ owner, connection, language });
  const tab = createHintTab(owner, () => view.sessionStorage);
  life.add(() => {
    if (owners.space.peek() !== space) tab.forget();
  });
  return { ask, space, tab, source: createHintSource({ ask, database, clock, log }) };
}
