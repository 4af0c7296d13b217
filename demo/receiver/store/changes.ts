import { and, asc, eq, gt } from 'drizzle-orm';
import type { Change } from '../../../src/protocol/index';
import type { ChangeStore } from '../ports';
import type { StoreContext } from './context';
import { change } from './tables';

const PAGE = 100;

/** Creates the store of changes. */
export function createChangeStore({ rows, signal }: StoreContext): ChangeStore {
  return {
    async changes(after, asker) {
      const found = await rows.ofAsker(asker, (tx) =>
        tx
          .select()
          .from(change)
          .where(
            and(eq(change.organisationId, asker.organisation.id), eq(change.owner, asker.owner), gt(change.seq, after)),
          )
          .orderBy(asc(change.seq))
          .limit(PAGE + 1),
      );
      const items = found.slice(0, PAGE).map(changeView);
      return { items, next: items.at(-1)?.seq ?? after, more: found.length > PAGE };
    },
    nextChange: (asker, enough) => signal.next(asker.owner, enough),
  };
}

/** A row as it is told: ids only. */
export const changeView = ({ seq, type, submissionId, questionId }: typeof change.$inferSelect): Change => ({
  seq,
  type,
  sid: submissionId,
  ...(questionId !== null && { qid: questionId }),
});
