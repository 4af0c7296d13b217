import { createHash } from 'node:crypto';
import { and, desc, eq, gt, inArray, min, sql } from 'drizzle-orm';
import {
  canonicalJson,
  contentOf,
  finding,
  indexOf,
  type HintDocument,
  type HintFinding,
} from '../../../src/protocol/index';
import { changedHints } from '../domain/changedHints';
import type { HintPerson, Published, Publishing, TooOften } from '../hintPort';
import type { Database } from './database';
import { noteHintAct } from './hintActs';
import { hintContent, hintRevision } from './hintTables';
import { assetsLost, keepForGood } from './hintAssets';
import { flood, hourBefore, lockWriter } from './limits';

/** More than a designer makes, less than a program that went wrong. */
const PUBLISHES_PER_HOUR = 60;

/** Who publishes, and when. */
interface By {
  readonly asker: HintPerson;
  readonly now: number;
}

interface Place {
  readonly organisationId: string;
  readonly environment: string;
}

/** Adds the next revision with its words, its index and its line in the log, one at a time per organisation and environment. */
export async function publish(tx: Database, publishing: Publishing, { asker, now }: By): Promise<Published> {
  const { after, note, act } = publishing;
  const place = { organisationId: asker.organisation.id, environment: publishing.document.environment };
  await lockWriter(tx, `hints ${place.organisationId} ${place.environment}`);
  const live = await liveIn(tx, place);
  if (live !== after) return { state: 'changed', live };
  const many = await tooMany(tx, place, now);
  if (many !== undefined) return many;
  const at = new Date(now);
  const document = {
    ...publishing.document,
    revision: live + 1,
    publishedAt: at.toISOString(),
    publishedBy: asker.owner,
  };
  const naming = { organisationId: place.organisationId, document };
  const lost = await assetsLost(tx, naming);
  const findings = lost.length > 0 ? lost : await keepContents(tx, place, document);
  if (findings.length > 0) return { state: 'refused', findings };
  await keepForGood(tx, naming, at);
  const text = canonicalJson(document);
  const kept = { revision: document.revision, sha256: createHash('sha256').update(text).digest('hex'), note };
  const by = { author: asker.owner, authorName: asker.name };
  await tx
    .insert(hintRevision)
    .values({ ...place, ...by, ...kept, at, document: text, indexJson: JSON.stringify(indexOf(document, new Set())) });
  const hints = changedHints(await documentIn(tx, place, live), document);
  await noteHintAct(tx, { environment: place.environment, at, act, revision: kept.revision, hints, note }, asker);
  return { state: 'published', revision: { ...kept, at: at.toISOString(), by: asker.name } };
}

const isIn = ({ organisationId, environment }: Place) =>
  and(eq(hintRevision.organisationId, organisationId), eq(hintRevision.environment, environment));

async function liveIn(tx: Database, place: Place): Promise<number> {
  const newest = tx.select({ revision: hintRevision.revision }).from(hintRevision).where(isIn(place));
  return (await newest.orderBy(desc(hintRevision.revision)).limit(1))[0]?.revision ?? 0;
}

async function documentIn(tx: Database, place: Place, revision: number): Promise<HintDocument | undefined> {
  const isThis = and(isIn(place), eq(hintRevision.revision, revision));
  const [found] = await tx.select({ document: hintRevision.document }).from(hintRevision).where(isThis);
  return found && (JSON.parse(found.document) as HintDocument); // was judged before it was kept
}

async function tooMany(tx: Database, place: Place, now: number): Promise<TooOften | undefined> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number), oldest: min(hintRevision.at) })
    .from(hintRevision)
    .where(and(isIn(place), gt(hintRevision.at, hourBefore(now))));
  return row && flood('publishes', row, { perHour: PUBLISHES_PER_HOUR, now });
}

/** Keeps the words of each hint under its rev. Other words under a rev that was used would never reach who has the old ones. */
async function keepContents(
  tx: Database,
  { organisationId, environment }: Place,
  { hints }: HintDocument,
): Promise<readonly HintFinding[]> {
  if (hints.length === 0) return [];
  const words = hints.map((hint) => ({
    organisationId,
    environment,
    hint: hint.id,
    rev: hint.rev,
    content: canonicalJson(contentOf(hint)),
  }));
  await tx.insert(hintContent).values(words).onConflictDoNothing();
  const isOfThese = inArray(
    hintContent.hint,
    hints.map(({ id }) => id),
  );
  const kept = await tx
    .select()
    .from(hintContent)
    .where(and(eq(hintContent.organisationId, organisationId), eq(hintContent.environment, environment), isOfThese));
  const before = new Map(kept.map(({ hint, rev, content }) => [`${hint}@${rev}`, content]));
  return words.flatMap(({ hint, rev, content }, index) =>
    before.get(`${hint}@${rev}`) === content
      ? []
      : [finding('V19', `/hints/${index}/rev`, 'This rev stands for other words already. Raise it by one.')],
  );
}
