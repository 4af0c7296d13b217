import type { HintIndexAnswer } from '../../delivery';
import type { Clock } from '../../foundation/clock';
import type { Log } from '../../foundation/log';
import { fail, succeed, type Result } from '../../foundation/result';
import type { HintDelivery, HintSource } from '../../hints';
import type { OwnerDatabase } from '../../storage';
import type { HintAsk, HintProblem } from './sourceAsk';
import { createIndexStore } from './sourceStore';
import { isIndex, isStillGood, type KeptIndex } from './sourceIndex';

/** What a source needs. */
export interface HintSourceDeps {
  readonly ask: HintAsk;
  readonly database: Pick<OwnerDatabase, 'store'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Creates where hints come from: the backend, with a copy on the device for when it is away. */
export function createHintSource({ ask, database, clock, log }: HintSourceDeps): HintSource {
  const store = createIndexStore(database);
  /** What was handed out last. */
  let given: KeptIndex | undefined;

  const give = (index: KeptIndex, isCached: boolean): Result<HintDelivery> => {
    given = index;
    return succeed({ is: 'index', value: index.value, isCached });
  };

  /** The backend can't say what is live: what was handed out goes on, else the last good one comes from the device. */
  const without = (problem: HintProblem, before: KeptIndex | undefined): Result<HintDelivery> =>
    before && !given && isStillGood(before, clock.now()) ? give(before, true) : fail(problem);

  const unchanged = async (index: KeptIndex): Promise<Result<HintDelivery>> => {
    const checked = { ...index, checkedAt: clock.now() };
    if (checked.checkedAt - index.checkedAt > DAY_MS) await store.check(checked);
    return given ? succeed({ is: 'unchanged' }) : give(checked, false);
  };

  const take = async (
    { tag, index: value }: Extract<HintIndexAnswer, { readonly is: 'index' }>,
    before: KeptIndex | undefined,
  ): Promise<Result<HintDelivery>> => {
    if (!isIndex(value)) {
      log.warn('hints-not-read', 'The index of hints is not one that this version reads. The last good one goes on.');
      return without(NOT_READ, before);
    }
    const index = { tag, checkedAt: clock.now(), value };
    await store.keep(index);
    return give(index, false);
  };

  return {
    async index() {
      const before = given ?? (await store.load());
      const answer = await ask((backend, call) => backend.hintIndex(before?.tag || undefined, call));
      if (!answer.ok) return without(answer.problem, before);
      if (answer.value.is === 'index') return take(answer.value, before);
      if (answer.value.is === 'unchanged') return before ? unchanged(before) : fail(NOT_READ);
      given = undefined;
      await store.forget();
      return succeed({ is: 'nothing' });
    },
    async content(hint, rev) {
      const known = await store.words(hint, rev);
      if (known) return succeed(known);
      const answer = await ask((backend, call) => backend.hintContent(hint, rev, call));
      if (!answer.ok) return answer;
      return (await store.keepWords(hint, rev, answer.value)) ? answer : fail(NOT_READ);
    },
  };
}

const DAY_MS = 86_400_000;
const NOT_READ: HintProblem = {
  code: 'hints-not-read',
  message: 'An answer about hints could not be read.',
};
