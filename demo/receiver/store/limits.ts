import { and, eq, gt, isNotNull, isNull, min, ne, sql } from 'drizzle-orm';
import type { Attachment } from '../../../src/protocol/index';
import type { Asker } from '../callers';
import type { Outcome } from '../ports';
import { AGENTS_DAY_BYTES, type Quotas } from './context';
import type { Database } from './database';
import { attachment, message, question } from './tables';

const BYTES = sql<number>`coalesce(sum(${attachment.size}), 0)`.mapWith(Number);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Any number that no other lock has; the second one says whose. */
const WRITERS = 4_207_003;

/** What would be too much: it is only delayed. */
export type TooMuch = Extract<Outcome<never>, { readonly state: 'limited' | 'full' }>;

interface Counted {
  readonly count: number;
  readonly oldest: Date | null;
}

type Limited = Extract<TooMuch, { readonly state: 'limited' }>;
type Bucket = Limited['bucket'];

/** Judges the rows of the past hour: exact, and nothing to keep. */
export function flood<Name extends Bucket>(
  bucket: Name,
  { count, oldest }: Counted,
  { perHour, now }: { readonly perHour: number; readonly now: number },
): (Limited & { readonly bucket: Name }) | undefined {
  if (oldest === null || count < perHour) return undefined;
  const retryAfterSeconds = Math.max(1, Math.ceil((oldest.getTime() + HOUR_MS - now) / 1000));
  return { state: 'limited', bucket, perHour, retryAfterSeconds };
}

/** The moment from which is counted. */
export const hourBefore = (now: number): Date => new Date(now - HOUR_MS);

/** Lets one writer write one thing at a time, until the commit, so that two at once are judged one after the other. */
export async function lockWriter(tx: Database, author: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS}, hashtext(${author}))`);
}

/** Counts what somebody wrote to questions in the past hour. What is written about an unsafe situation has a count of its own. */
export async function floodOfWords(
  tx: Database,
  author: string,
  {
    bucket,
    perHour,
    now,
  }: { readonly bucket: 'messages' | 'unsafe-messages' | 'replies'; readonly perHour: number; readonly now: number },
): Promise<TooMuch | undefined> {
  const unsafe = sql`${question.body} ->> 'kind' = 'unsafe'`;
  const [row] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number), oldest: min(message.at) })
    .from(message)
    .innerJoin(question, eq(question.id, message.questionId))
    .where(
      and(
        eq(message.author, author),
        gt(message.at, hourBefore(now)),
        { replies: undefined, 'unsafe-messages': unsafe, messages: sql`not (${unsafe})` }[bucket],
      ),
    );
  return row && flood(bucket, row, { perHour, now });
}

/** Sums what is kept or promised. Words alone always fit. What agents sent takes nobody's own room. */
export async function overfull(
  tx: Database,
  asker: Asker,
  { attachments, quotas }: { readonly attachments: readonly Attachment[]; readonly quotas: Quotas },
): Promise<TooMuch | undefined> {
  const wanted = sumOf(attachments);
  if (wanted === 0) return undefined;
  const isOwn = and(eq(attachment.organisationId, asker.organisation.id), eq(attachment.owner, asker.owner));
  const [kept] = await tx
    .select({
      own: BYTES,
      all: sql<number>`bytes_of_organisation()`.mapWith(Number), // also of others, whose rows an asker does not see
    })
    .from(attachment)
    .where(and(isOwn, isNull(attachment.agent), ne(attachment.state, 'erased')));
  if ((kept?.own ?? 0) + wanted > quotas.ownerBytes)
    return { state: 'full', whose: 'owner', limitBytes: quotas.ownerBytes };
  if ((kept?.all ?? 0) + wanted > quotas.organisationBytes)
    return { state: 'full', whose: 'organisation', limitBytes: quotas.organisationBytes };
  return undefined;
}

/** Sums what agents attached for one organisation in the past day, and what it keeps in all. Words alone always fit. */
export async function overfullByAgents(
  tx: Database,
  organisation: string,
  { attachments, quotas, now }: { attachments: readonly Attachment[]; quotas: Quotas; now: number },
): Promise<TooMuch | undefined> {
  const wanted = sumOf(attachments);
  if (wanted === 0) return undefined;
  await lockWriter(tx, `agents for ${organisation}`); // two agents at once are judged one after the other
  const [kept] = await tx
    .select({ bytes: BYTES })
    .from(attachment)
    .where(and(eq(attachment.organisationId, organisation), ne(attachment.state, 'erased')));
  if ((kept?.bytes ?? 0) + wanted > quotas.organisationBytes)
    return { state: 'full', whose: 'organisation', limitBytes: quotas.organisationBytes };
  return tooMuchInADay(tx, organisation, { wanted, now, limitBytes: quotas.agentsDayBytes ?? AGENTS_DAY_BYTES });
}

async function tooMuchInADay(
  tx: Database,
  organisation: string,
  { wanted, now, limitBytes }: { wanted: number; now: number; limitBytes: number },
): Promise<TooMuch | undefined> {
  const isRecent = gt(message.at, new Date(now - DAY_MS));
  const [sent] = await tx
    .select({ bytes: BYTES, oldest: min(message.at) })
    .from(attachment)
    .innerJoin(message, eq(message.id, attachment.messageId))
    .where(and(eq(attachment.organisationId, organisation), isNotNull(attachment.agent), isRecent));
  if ((sent?.bytes ?? 0) + wanted <= limitBytes) return undefined;
  const freeAt = (sent?.oldest?.getTime() ?? now) + DAY_MS;
  return { state: 'full', whose: 'agents', limitBytes, retryAfterSeconds: Math.ceil((freeAt - now) / 1000) };
}

const sumOf = (attachments: readonly Attachment[]): number => attachments.reduce((sum, { size }) => sum + size, 0);
