import { eq } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { Attachment } from '../../../src/protocol/index';
import type { Identified, Outcome } from '../ports';
import type { Database } from './database';
import { lockWriter, type TooMuch } from './limits';
import { lockQuestion, moveQuestion, type Move, type QuestionRow } from './moveQuestion';
import type { action, message } from './tables';
import { areTaken } from './takenIds';

/** Something that is said or done to a question, under an id of its own. */
export interface Write {
  readonly table: typeof message | typeof action;
  readonly attachments: readonly Attachment[];
  /** Whether this question is the writer's to write to. */
  isOpenTo(row: QuestionRow): boolean;
  /** Whose writing is counted: they write one thing at a time. */
  readonly writer?: string;
  /** Why it may not be written now. */
  tooMuch?(tx: Database, row: QuestionRow): Promise<TooMuch | undefined>;
  /** Inserts the row; the answer says what it does to the question. */
  insert(tx: Database, row: QuestionRow): Promise<Move>;
}

/**
 * Writes an item under its id, once. The question is locked first, so a repeat in the same moment waits and finds it.
 * Limits are judged last: a repeat of what was written is never refused.
 */
export async function writeOnce(
  tx: Database,
  item: Identified & { readonly question: Id },
  write: Write,
): Promise<Outcome<undefined>> {
  if (write.writer !== undefined) await lockWriter(tx, write.writer);
  const row = await lockQuestion(tx, item.question);
  if (row === undefined || !write.isOpenTo(row)) return { state: 'missing' };
  const known = await earlier(tx, item, write.table);
  if (known !== undefined) return known;
  if (await areTaken(tx, [item.id, ...write.attachments.map(({ id }) => id)])) return { state: 'conflict' };
  const refused = await write.tooMuch?.(tx, row);
  if (refused !== undefined) return refused;
  await moveQuestion(tx, row, await write.insert(tx, row));
  return { state: 'created', value: undefined };
}

async function earlier(
  tx: Database,
  item: Identified & { readonly question: Id },
  table: Write['table'],
): Promise<Outcome<undefined> | undefined> {
  const columns = { digest: table.digest, question: table.questionId };
  const [known] = await tx.select(columns).from(table).where(eq(table.id, item.id));
  if (known === undefined) return undefined;
  const isSame = known.digest === item.digest && known.question === item.question;
  return isSame ? { state: 'same', value: undefined } : { state: 'conflict' };
}
