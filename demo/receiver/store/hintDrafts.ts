import { createHash } from 'node:crypto';
import { and, asc, count, eq, gt, min } from 'drizzle-orm';
import { canonicalJson, type HintDraft, type HintDraftState } from '../../../src/protocol/index';
import type { DraftKept, DraftPlace, DraftSaving, HintDraftStore, HintPerson, HintPlace, TooOften } from '../hintPort';
import type { StoreContext } from './context';
import type { Database } from './database';
import { hintDraft, hintDraftSave } from './hintTables';
import { flood, hourBefore, lockWriter } from './limits';

/** More than anybody has at hand, less than a program that went wrong makes. */
const MAX_DRAFTS = 500;
/** One every three seconds: they save themselves while somebody types. */
const SAVES_PER_HOUR = 1200;

const { etag, at: changedAt, authorName: changedBy, basedOn } = hintDraft;
const STATE = { etag, changedAt, changedBy, basedOn };

/** Creates the part of the store that holds hints that are being made. */
export const createHintDraftStore = ({ rows, clock }: StoreContext): HintDraftStore => ({
  hintDrafts: (place, asker) =>
    rows.ofAsker(asker, async (tx) => {
      const { hint: id, kind, name } = hintDraft;
      const entries = tx
        .select({ id, kind, name, ...STATE })
        .from(hintDraft)
        .where(isIn(place, asker));
      return (await entries.orderBy(asc(id))).map(shown);
    }),
  hintDraft: (which, asker) =>
    rows.ofAsker(asker, async (tx) => {
      const found = tx.select({ draft: hintDraft.draft, ...STATE }).from(hintDraft);
      const [kept] = await found.where(isThis(which, asker));
      if (kept === undefined) return undefined;
      const { draft, ...state } = kept;
      return { ...(JSON.parse(draft) as HintDraft), ...shown(state) }; // was read before it was kept
    }),
  keepHintDraft: (saving, asker) => rows.ofAsker(asker, (tx) => keep(tx, saving, { asker, now: clock.now() })),
  removeHintDraft: ({ after, ...which }, asker) =>
    rows.ofAsker(asker, async (tx) => {
      const isSeen = and(isThis(which, asker), eq(etag, after));
      const gone = await tx.delete(hintDraft).where(isSeen).returning({ etag });
      const present = gone.length > 0 ? undefined : await stateOf(tx, which, asker);
      return present === undefined ? { state: 'gone' } : { state: 'overtaken', present };
    }),
});

const isIn = ({ environment }: HintPlace, { organisation }: HintPerson) =>
  and(eq(hintDraft.organisationId, organisation.id), eq(hintDraft.environment, environment));
const isThis = ({ hint, ...place }: DraftPlace, asker: HintPerson) => and(isIn(place, asker), eq(hintDraft.hint, hint));

const shown = <Row extends { readonly changedAt: Date }>(row: Row): Omit<Row, 'changedAt'> & { changedAt: string } => ({
  ...row,
  changedAt: row.changedAt.toISOString(),
});

async function stateOf(tx: Database, which: DraftPlace, asker: HintPerson): Promise<HintDraftState | undefined> {
  const [found] = await tx.select(STATE).from(hintDraft).where(isThis(which, asker));
  return found && shown(found);
}

/** Who saves, and when. */
interface By {
  readonly asker: HintPerson;
  readonly now: number;
}

/** One at a time per organisation and environment, so that two who saw the same are judged one after the other. */
async function keep(tx: Database, saving: DraftSaving, by: By): Promise<DraftKept> {
  const { draft, after, environment } = saving;
  await lockWriter(tx, `hint drafts ${by.asker.organisation.id} ${environment}`);
  const present = await stateOf(tx, { environment, hint: draft.hint.id }, by.asker);
  const next = tagAfter(after, canonicalJson(draft));
  if (present?.etag === next) return { state: 'same', value: present };
  if (present?.etag !== after) return { state: 'overtaken', present };
  const limit = (await tooMany(tx, by)) ?? (present ? undefined : await noRoom(tx, saving, by.asker));
  if (limit !== undefined) return limit;
  const value = await write(tx, saving, { ...by, etag: next, basedOn: revisionUnder(saving, present) });
  return { state: present ? 'saved' : 'created', value };
}

const revisionUnder = ({ draft }: DraftSaving, present: HintDraftState | undefined): number =>
  draft.basedOn ?? present?.basedOn ?? 0;

type Written = By & Pick<HintDraftState, 'etag' | 'basedOn'>;

async function write(
  tx: Database,
  { draft, environment }: DraftSaving,
  { asker, now, ...tags }: Written,
): Promise<HintDraftState> {
  const { id: hint, kind, name } = draft.hint;
  const place = { organisationId: asker.organisation.id, environment, hint };
  const by = { author: asker.owner, authorName: asker.name, at: new Date(now) };
  const row = { kind, name, draft: canonicalJson(draft), ...by, ...tags };
  const target = [hintDraft.organisationId, hintDraft.environment, hintDraft.hint];
  await tx
    .insert(hintDraft)
    .values({ ...place, ...row })
    .onConflictDoUpdate({ target, set: row });
  await tx.insert(hintDraftSave).values({ organisationId: place.organisationId, owner: asker.owner, at: by.at });
  return shown({ ...tags, changedAt: by.at, changedBy: asker.name });
}

/** Made of what was there and what came, so that a request that is sent again is known by what it made, and an old one is not taken for it. */
const tagAfter = (before: string | undefined, text: string): string =>
  createHash('sha256')
    .update(`${before ?? ''}\n${text}`)
    .digest('hex');

async function tooMany(tx: Database, { asker, now }: By): Promise<TooOften | undefined> {
  const { organisationId, owner, at } = hintDraftSave;
  const isOwn = and(eq(organisationId, asker.organisation.id), eq(owner, asker.owner), gt(at, hourBefore(now)));
  const [row] = await tx
    .select({ count: count(), oldest: min(at) })
    .from(hintDraftSave)
    .where(isOwn);
  return row && flood('hint-drafts', row, { perHour: SAVES_PER_HOUR, now });
}

async function noRoom(tx: Database, place: HintPlace, asker: HintPerson): Promise<DraftKept | undefined> {
  const [row] = await tx.select({ count: count() }).from(hintDraft).where(isIn(place, asker));
  return (row?.count ?? 0) < MAX_DRAFTS ? undefined : { state: 'many', limit: MAX_DRAFTS };
}
