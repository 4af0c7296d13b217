import { createHash } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { indexOf, type HintDocument } from '../../../src/protocol/index';
import type { HintPerson, HintPlace, HintStore } from '../hintPort';
import type { StoreContext } from './context';
import type { Database } from './database';
import { hintActsOf, noteHintAct } from './hintActs';
import { createHintAssetStore } from './hintAssets';
import { createHintDraftStore } from './hintDrafts';
import { reportOf } from './hintReport';
import { createHintStateStore } from './hintStates';
import { hintContent, hintPause, hintRevision } from './hintTables';
import { publish } from './publishHints';

/** Creates the part of the store that holds hints, and what people did with them. */
export function createHintStore(context: StoreContext): HintStore {
  const { rows, clock } = context;
  return {
    ...createHintStateStore(context),
    ...createHintAssetStore(context),
    ...createHintDraftStore(context),
    hintIndex: (place, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const live = await liveRevision(tx, place, asker);
        if (live === undefined) return undefined;
        const paused = await pausedIn(tx, place, asker);
        const tag = tagOf(live.revision, paused);
        if (tag === place.tag) return 'unchanged' as const;
        return { tag, json: await jsonOf(tx, { ...place, revision: live.revision, paused }, asker) };
      }),
    hintContent: ({ hint, rev, environment }, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const isThis = and(
          eq(hintContent.organisationId, asker.organisation.id),
          eq(hintContent.environment, environment),
          eq(hintContent.hint, hint),
          eq(hintContent.rev, rev),
        );
        const [found] = await tx.select({ content: hintContent.content }).from(hintContent).where(isThis);
        return found?.content;
      }),
    publishHints: (publishing, asker) =>
      rows.ofAsker(asker, (tx) => publish(tx, publishing, { asker, now: clock.now() })),
    hintRevisions: (place, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const { revision, sha256, at, authorName, note } = hintRevision;
        const found = await tx
          .select({ revision, sha256, at, by: authorName, note })
          .from(hintRevision)
          .where(isIn(place, asker))
          .orderBy(desc(revision));
        return found.map((one) => ({ ...one, at: one.at.toISOString() }));
      }),
    hintActs: (page, asker) => rows.ofAsker(asker, (tx) => hintActsOf(tx, page, asker)),
    hintReport: async (of, asker) => {
      const live = await rows.ofAsker(asker, (tx) => documentOf(tx, { ...of, revision: 'live' }, asker));
      const document = live === undefined ? undefined : (JSON.parse(live) as HintDocument); // was judged before it was kept
      return rows.ofReceiver((tx) => reportOf(tx, { ...of, organisation: asker.organisation.id, document }));
    },
    hintDocument: (which, asker) => rows.ofAsker(asker, (tx) => documentOf(tx, which, asker)),
    pauseHints: (pausing, asker) => rows.ofAsker(asker, (tx) => pause(tx, pausing, { asker, now: clock.now() })),
  };
}

const isIn = ({ environment }: HintPlace, { organisation }: HintPerson) =>
  and(eq(hintRevision.organisationId, organisation.id), eq(hintRevision.environment, environment));
const isPausedIn = ({ environment }: HintPlace, { organisation }: HintPerson) =>
  and(eq(hintPause.organisationId, organisation.id), eq(hintPause.environment, environment));

/** Stops hints or lets them go on, with a line in the log, and gives what is paused now. */
async function pause(
  tx: Database,
  { hints, isPaused, note, environment }: Parameters<HintStore['pauseHints']>[0],
  { asker, now }: { readonly asker: HintPerson; readonly now: number },
): Promise<readonly string[]> {
  const at = new Date(now);
  const rows = hints.map((hint) => ({ organisationId: asker.organisation.id, environment, hint, at }));
  const isOfThese = and(isPausedIn({ environment }, asker), inArray(hintPause.hint, [...hints]));
  if (isPaused) await tx.insert(hintPause).values(rows).onConflictDoNothing();
  else await tx.delete(hintPause).where(isOfThese);
  await noteHintAct(tx, { environment, at, act: isPaused ? 'pause' : 'resume', hints, note }, asker);
  return pausedIn(tx, { environment }, asker);
}

/** The newest revision, without its texts. */
async function liveRevision(
  tx: Database,
  place: HintPlace,
  asker: HintPerson,
): Promise<{ readonly revision: number } | undefined> {
  const newest = tx.select({ revision: hintRevision.revision }).from(hintRevision).where(isIn(place, asker));
  return (await newest.orderBy(desc(hintRevision.revision)).limit(1))[0];
}

async function pausedIn(tx: Database, place: HintPlace, asker: HintPerson): Promise<readonly string[]> {
  const found = await tx.select({ hint: hintPause.hint }).from(hintPause).where(isPausedIn(place, asker));
  return found.map(({ hint }) => hint).sort();
}

/** Changes with the revision and with what is paused, so that a pause is seen at the next question. */
const tagOf = (revision: number, paused: readonly string[]): string =>
  paused.length === 0
    ? `"${revision}"`
    : `"${revision}-${createHash('sha256').update(paused.join('\n')).digest('hex').slice(0, 16)}"`;

async function jsonOf(
  tx: Database,
  { paused, ...which }: HintPlace & { readonly revision: number; readonly paused: readonly string[] },
  asker: HintPerson,
): Promise<string> {
  if (paused.length > 0) {
    const document = JSON.parse((await documentOf(tx, which, asker)) ?? '') as HintDocument; // was judged before it was kept
    const all = document.hints.map(({ id }) => id);
    return JSON.stringify(indexOf(document, new Set(paused.includes('*') ? all : paused)));
  }
  const isThis = and(isIn(which, asker), eq(hintRevision.revision, which.revision));
  const [found] = await tx.select({ json: hintRevision.indexJson }).from(hintRevision).where(isThis);
  return found?.json ?? '';
}

async function documentOf(
  tx: Database,
  { revision, ...place }: HintPlace & { readonly revision: number | 'live' },
  asker: HintPerson,
): Promise<string | undefined> {
  const number = revision === 'live' ? (await liveRevision(tx, place, asker))?.revision : revision;
  if (number === undefined) return undefined;
  const isThis = and(isIn(place, asker), eq(hintRevision.revision, number));
  const [found] = await tx.select({ document: hintRevision.document }).from(hintRevision).where(isThis);
  return found?.document;
}
