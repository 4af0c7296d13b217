import { and, asc, eq, gt, min, sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { Submission, SubmissionView } from '../../../src/protocol/index';
import { questionNumber, referenceOf, yearOf } from '../domain/reference';
import type { Asker } from '../callers';
import type { Outcome, SubmissionStore } from '../ports';
import type { Database } from './database';
import { lockAsker, rememberAsker } from './identity';
import { insertAttachments } from './insertAttachments';
import { knownMailed, type Accepted, personOf, questionRow, takePlace } from './mailedSubmissions';
import { recordChange } from './recordChange';
import { graveOf } from './retention';
import { DEFAULT_QUOTAS, type StoreContext } from './context';
import { flood, hourBefore, overfull, type TooMuch } from './limits';
import { submissionViews } from './submissionViews';
import { areTaken } from './takenIds';
import { question, referenceCounter, submission } from './tables';

/** Who a submission is from, and how it came: a mail proves nothing about its sender. */
interface Way {
  readonly asker: Asker;
  readonly byMail: boolean;
}

/** Leaves a transaction without a trace, carrying what to answer. */
class Undone extends Error {
  readonly outcome: Outcome<SubmissionView>;

  constructor(outcome: Outcome<SubmissionView>) {
    super('The transaction is undone on purpose');
    this.outcome = outcome;
  }
}

/** Creates the store of submissions. One transaction per PUT: all of it is there, or nothing. */
export function createSubmissionStore(context: StoreContext): SubmissionStore {
  const { rows, clock, signal } = context;

  const accept = async (item: Accepted, way: Way): Promise<Outcome<SubmissionView>> => {
    try {
      const view = await rows.ofAsker(way.asker, (tx) => insertAll(tx, item, { ...context, ...way }));
      signal.notify(way.asker.owner);
      return { state: 'created', value: view };
    } catch (error) {
      if (error instanceof Undone) return error.outcome;
      throw error;
    }
  };

  return {
    repeated: (item, asker) => rows.ofAsker(asker, (tx) => earlier(tx, item, { asker, now: clock.now() })),

    accept: (item, asker) => accept(item, { asker, byMail: false }),

    mailed: (id, organisationId) => rows.ofAgents((tx) => knownMailed(tx, id, { organisationId, now: clock.now() })),

    async acceptMailed({ id, submission: body }, organisationId) {
      const asker = await rows.ofAgents((tx) => personOf(tx, organisationId, body.owner));
      if (asker === undefined) return { state: 'missing' };
      return accept({ id, digest: '', submission: body }, { asker, byMail: true });
    },

    view: (id, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const found = await tx
          .select()
          .from(submission)
          .where(and(isOf(asker), eq(submission.id, id)));
        return (await submissionViews(tx, found, clock.now()))[0];
      }),

    list: ({ after, limit }, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const found = await tx
          .select()
          .from(submission)
          .where(and(isOf(asker), gt(submission.cursor, after)))
          .orderBy(asc(submission.cursor))
          .limit(limit + 1);
        const items = await submissionViews(tx, found.slice(0, limit), clock.now());
        return { items, next: items.at(-1)?.cursor ?? after, more: found.length > limit };
      }),
  };
}

const isOf = (asker: Asker) =>
  and(eq(submission.organisationId, asker.organisation.id), eq(submission.owner, asker.owner));

async function insertAll(tx: Database, item: Accepted, context: StoreContext & Way): Promise<SubmissionView> {
  const { asker, byMail } = context;
  const now = context.clock.now();
  await (byMail ? lockAsker(tx, asker) : rememberAsker(tx, asker)); // locks the person's row: two of their submissions are judged one after the other
  const known = await earlier(tx, item, { asker, now });
  if (known !== undefined) throw new Undone(known);
  const urgent = item.submission.questions.some(({ kind }) => kind === 'unsafe');
  const refused = await tooMuch(tx, { asker, submission: item.submission, now, urgent }, context);
  if (refused !== undefined) throw new Undone(refused);
  const mailed = byMail ? undefined : await mailedRow(tx, item.id, asker);
  const inserted = mailed
    ? await takePlace(tx, mailed, { item, now: new Date(now), urgent })
    : await insertSubmission(tx, item, { asker, byMail, now, urgent });
  const [view] = await submissionViews(tx, [inserted], now);
  if (view === undefined) throw new Error('A submission was not found after it was inserted');
  return view;
}

/** What its owner sends takes the place of what a mail said; another mail does not. */
const takesPlace = (row: typeof submission.$inferSelect, digest: string): boolean => row.byMail && digest !== '';

/** What a mail brought under this id, before its owner could send it. */
async function mailedRow(tx: Database, id: Id, asker: Asker): Promise<typeof submission.$inferSelect | undefined> {
  const [row] = await tx
    .select()
    .from(submission)
    .where(and(isOf(asker), eq(submission.id, id), submission.byMail));
  return row;
}

/** What an id stands for already: a repeat, another item, something erased, or nothing. */
async function earlier(
  database: Database,
  { id, digest, submission: body }: Accepted,
  { asker, now }: { readonly asker: Asker; readonly now: number },
): Promise<Outcome<SubmissionView> | undefined> {
  const [row] = await database
    .select()
    .from(submission)
    .where(and(isOf(asker), eq(submission.id, id)));
  if (row !== undefined) {
    if (takesPlace(row, digest))
      return (await areTaken(database, await newIds(database, id, body))) ? { state: 'conflict' } : undefined;
    if (row.digest !== digest) return { state: 'conflict', storedDigest: row.digest };
    const [view] = await submissionViews(database, [row], now);
    return view && { state: 'same', value: view };
  }
  const reason = await graveOf(database, id, asker);
  if (reason !== undefined) return { state: 'gone', reason };
  return (await areTaken(database, [id, ...idsIn(body)])) ? { state: 'conflict' } : undefined;
}

const idsIn = ({ questions, attachments }: Submission): readonly Id[] =>
  [...questions, ...attachments].map(({ id }) => id);

/** The ids in it that its submission does not have yet. */
async function newIds(database: Database, id: Id, body: Submission): Promise<readonly Id[]> {
  const own = await database.select({ id: question.id }).from(question).where(eq(question.submissionId, id));
  return idsIn(body).filter((each) => !own.some((known) => known.id === each));
}

interface Judged {
  readonly asker: Asker;
  readonly submission: Submission;
  readonly now: number;
  readonly urgent: boolean;
}

/** Counts the rows of the past hour, and the bytes. Unsafe situations have a count of their own, and always fit. */
async function tooMuch(
  tx: Database,
  { asker, submission: body, now, urgent }: Judged,
  { submissionsPerHour, quotas = DEFAULT_QUOTAS }: StoreContext,
): Promise<TooMuch | undefined> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number), oldest: min(submission.receivedAt) })
    .from(submission)
    .where(and(isOf(asker), eq(submission.urgent, urgent), gt(submission.receivedAt, hourBefore(now))));
  const many = row && flood(urgent ? 'unsafe' : 'submissions', row, { perHour: submissionsPerHour, now });
  return many ?? (urgent ? undefined : overfull(tx, asker, { attachments: body.attachments, quotas }));
}

interface Insertion extends Way {
  readonly now: number;
  readonly urgent: boolean;
}

async function insertSubmission(
  tx: Database,
  { id, digest, submission: body }: Accepted,
  { asker, byMail, now, urgent }: Insertion,
): Promise<typeof submission.$inferSelect> {
  const { questions, attachments, owner, ...rest } = body;
  const organisationId = asker.organisation.id;
  const reference = await nextReference(tx, organisationId, yearOf(now));
  const receivedAt = new Date(now);
  const [row] = await tx
    .insert(submission)
    .values({ id, organisationId, owner, digest, reference, urgent, body: rest, receivedAt, cursor: 0, byMail })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) throw new Undone({ state: 'conflict' }); // the same id in the same moment, by somebody else
  await tx
    .insert(question)
    .values(
      questions.map((one, position) =>
        questionRow(row, { body: one, position, number: questionNumber(reference, position), now: receivedAt }),
      ),
    );
  await insertAttachments(tx, attachments, {
    organisationId,
    owner,
    submissionId: id,
    messageId: null,
    agent: null,
    changedAt: receivedAt,
  });
  const cursor = await recordChange(tx, {
    organisation: organisationId,
    owner,
    type: 'submission',
    submission: id,
    by: 'asker',
    at: receivedAt,
  });
  return { ...row, cursor };
}

async function nextReference(tx: Database, organisationId: string, year: number): Promise<string> {
  const [row] = await tx
    .insert(referenceCounter)
    .values({ organisationId, year, last: 1 })
    .onConflictDoUpdate({
      target: [referenceCounter.organisationId, referenceCounter.year],
      set: { last: sql`${referenceCounter.last} + 1` },
    })
    .returning({ last: referenceCounter.last });
  if (row === undefined) throw new Error('The counter gave no number');
  return referenceOf(year, row.last);
}
