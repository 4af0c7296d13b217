import { and, desc, eq, lt } from 'drizzle-orm';
import type { HintAct, HintActKind, HintActPage } from '../../../src/protocol/index';
import { hintActHash, isSoundChain, NO_LINK } from '../domain/hintActHash';
import type { HintPerson } from '../hintPort';
import type { Database } from './database';
import { hintAct } from './hintTables';
import { lockWriter } from './limits';

const PAGE = 200;

/** What was done, to what. */
interface Act {
  readonly environment: string;
  readonly at: Date;
  readonly act: HintActKind;
  readonly revision?: number;
  readonly hints: readonly string[];
  readonly note: string;
}

/**
 * Adds an act to the log, in the transaction that carries it out: no line, no act.
 * The end of the chain stays locked until the commit, so call it last.
 */
export async function noteHintAct(tx: Database, { revision, ...act }: Act, asker: HintPerson): Promise<void> {
  const organisationId = asker.organisation.id;
  await lockWriter(tx, `hint acts ${organisationId} ${act.environment}`);
  const { place, hash } = hintAct;
  const newest = tx.select({ place, hash }).from(hintAct).where(isIn(act.environment, asker));
  const [end] = await newest.orderBy(desc(place)).limit(1);
  const link = {
    ...act,
    hints: [...act.hints],
    organisationId,
    author: asker.owner,
    authorName: asker.name,
    revision: revision ?? null,
    place: (end?.place ?? 0) + 1,
    previousHash: end?.hash ?? NO_LINK,
  };
  await tx.insert(hintAct).values({ ...link, hash: hintActHash(link) });
}

/** Reads a page of the log, newest first, and whether it holds together. */
export async function hintActsOf(
  tx: Database,
  { environment, before }: { readonly environment: string; readonly before?: number },
  asker: HintPerson,
): Promise<HintActPage> {
  const isOlder = before === undefined ? undefined : lt(hintAct.place, before);
  const found = await tx
    .select()
    .from(hintAct)
    .where(and(isIn(environment, asker), isOlder))
    .orderBy(desc(hintAct.place))
    .limit(PAGE + 1);
  const more = found.length > PAGE;
  const hasBeginning = more || (found.at(-1)?.place ?? 1) === 1;
  return { items: found.slice(0, PAGE).map(shown), more, sound: hasBeginning && isSoundChain(found) };
}

const isIn = (environment: string, { organisation }: HintPerson) =>
  and(eq(hintAct.organisationId, organisation.id), eq(hintAct.environment, environment));

const shown = ({ place, at, authorName, act, revision, hints, note, hash }: typeof hintAct.$inferSelect): HintAct => ({
  place,
  at: at.toISOString(),
  by: authorName,
  act,
  ...(revision !== null && { revision }),
  hints,
  note,
  ...(hash !== null && { hash }),
});
