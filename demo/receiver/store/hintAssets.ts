import { and, asc, eq, gt, inArray, isNull, lt, min, not, sql } from 'drizzle-orm';
import { lostAssets, namedAssets, type HintDocument, type HintFinding } from '../../../src/protocol/index';
import type { HintAssetStore, HintPerson, KeptAsset, KeptHintAsset } from '../hintPort';
import type { StoreContext } from './context';
import type { Database } from './database';
import { hintAsset, hintDraft } from './hintTables';
import { flood, hourBefore, lockWriter } from './limits';
import { doom } from './purgeLog';

/** More than a designer draws, less than a program that went wrong. */
const ASSETS_PER_HOUR = 300;
/** Two thousand of the largest. */
const ORGANISATION_BYTES = 1e9;

/** Creates the part of the store that holds pictures of hints. */
export function createHintAssetStore({ rows, clock }: StoreContext): HintAssetStore {
  return {
    hintAsset: (asset, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const { type, size, blobKey } = hintAsset;
        const [found] = await tx.select({ type, size, blobKey }).from(hintAsset).where(isThis(asset, asker));
        return found;
      }),
    hintAssets: (asker) =>
      rows.ofAsker(asker, async (tx) => {
        const found = await tx.select({ asset: hintAsset.asset }).from(hintAsset).where(isOf(asker));
        return found.map(({ asset }) => asset);
      }),
    wantHintAsset: (asset, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const [found] = await tx
          .select({ asset: hintAsset.asset })
          .from(hintAsset)
          .where(isThis(asset, asker))
          .for('update');
        const isUnnamed = and(isThis(asset, asker), isNull(hintAsset.namedAt));
        await tx
          .update(hintAsset)
          .set({ at: new Date(clock.now()) })
          .where(isUnnamed);
        return found !== undefined;
      }),
    keepHintAsset: (kept, asker) => rows.ofAsker(asker, (tx) => keep(tx, kept, { asker, now: clock.now() })),
  };
}

const isOf = ({ organisation }: HintPerson) => eq(hintAsset.organisationId, organisation.id);
const isThis = (asset: string, asker: HintPerson) => and(isOf(asker), eq(hintAsset.asset, asset));

async function keep(
  tx: Database,
  kept: KeptHintAsset & { readonly asset: string },
  { asker, now }: { readonly asker: HintPerson; readonly now: number },
): Promise<KeptAsset> {
  const organisationId = asker.organisation.id;
  await lockWriter(tx, `hint assets ${organisationId}`);
  const [all] = await tx
    .select({ bytes: sql<number>`coalesce(sum(${hintAsset.size}), 0)`.mapWith(Number) })
    .from(hintAsset)
    .where(isOf(asker));
  const [hour] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number), oldest: min(hintAsset.at) })
    .from(hintAsset)
    .where(and(isOf(asker), gt(hintAsset.at, hourBefore(now))));
  if ((all?.bytes ?? 0) + kept.size > ORGANISATION_BYTES)
    return { state: 'full', whose: 'hints', limitBytes: ORGANISATION_BYTES };
  const many = hour && flood('hint-assets', hour, { perHour: ASSETS_PER_HOUR, now });
  if (many !== undefined) return many;
  const added = await tx
    .insert(hintAsset)
    .values({ ...kept, organisationId, author: asker.owner, at: new Date(now) })
    .onConflictDoNothing()
    .returning({ asset: hintAsset.asset });
  return { state: added.length > 0 ? 'created' : 'same', value: undefined };
}

interface Naming {
  readonly organisationId: string;
  readonly document: HintDocument;
}

/** What a document names that is not there. What is there can't go before the commit. */
export async function assetsLost(tx: Database, naming: Naming): Promise<readonly HintFinding[]> {
  const found = await tx
    .select({ asset: hintAsset.asset })
    .from(hintAsset)
    .where(isNamed(naming))
    .orderBy(asc(hintAsset.asset))
    .for('update');
  return lostAssets(naming.document, new Set(found.map(({ asset }) => asset)));
}

/** Makes what a revision names stay. */
export async function keepForGood(tx: Database, naming: Naming, at: Date): Promise<void> {
  await tx
    .update(hintAsset)
    .set({ namedAt: at })
    .where(and(isNamed(naming), isNull(hintAsset.namedAt)));
}

const isNamed = ({ organisationId, document }: Naming) =>
  and(
    eq(hintAsset.organisationId, organisationId),
    inArray(
      hintAsset.asset,
      namedAssets(document).map(({ value }) => value),
    ),
  );

/** A draft may lie for longer than a picture that nobody names: its name is nowhere else in a text of 64 digits. */
const isInDraft = sql`exists (select from ${hintDraft} where ${hintDraft.organisationId} = ${hintAsset.organisationId}
  and strpos(${hintDraft.draft}, ${hintAsset.asset}) > 0)`;

/** Erases pictures that no revision ever named, that stand in no draft and that nobody asked for since. */
export async function eraseUnnamed(tx: Database, before: Date, at: Date): Promise<void> {
  const gone = await tx
    .delete(hintAsset)
    .where(and(isNull(hintAsset.namedAt), lt(hintAsset.at, before), not(isInDraft)))
    .returning({ blobKey: hintAsset.blobKey });
  await doom(
    tx,
    gone.map(({ blobKey }) => blobKey),
    at,
  );
}
