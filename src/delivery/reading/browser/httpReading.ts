import { fail, succeed } from '../../../foundation/result';
import type { Decoder } from '../../../protocol/decode';
import { paths } from '../../../protocol/paths';
import type { SubmissionView } from '../../../protocol/submission';
import type { BackendReading, Call } from '../../ports';
import { readJson, readProblem } from '../httpAnswer';
import { changePage, conversation, isShownType, me, submissionPage } from '../views';
import { createAsk } from './ask';
import { answerOf } from './fetchAnswer';

/** Pages of the list that are read in one go; far more than one person has. */
const MAX_PAGES = 50;

/**
 * Creates what reads from a receiver, on `fetch` alone.
 * Nothing is taken at its word: an answer of another type or shape is a problem, never a value.
 *
 * @param url the receiver's address, or a path on this origin
 */
export function createHttpReading(
  url: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): BackendReading {
  const ask = createAsk(url, fetch);

  const json = <Value>(path: string, call: Call, decoder: Decoder<Value>) =>
    ask({ path }, call, async (response) => readJson(await answerOf(response), decoder));

  return {
    me: (call) => json(paths.me(), call, me),
    async submissions(after, call) {
      const items: SubmissionView[] = [];
      let cursor = after;
      for (let page = 0; page < MAX_PAGES; page++) {
        const found = await json(`${paths.submissions()}?after=${cursor}`, call, submissionPage); // each page names the next
        if (!found.ok) return found;
        items.push(...found.value.items);
        if (!found.value.more || found.value.next <= cursor) break;
        cursor = found.value.next;
      }
      return succeed(items);
    },
    conversation: (question, call) => json(paths.question(question), call, conversation),
    changes: (after, call) => json(`${paths.changes()}?after=${after}`, call, changePage),
    attachmentContent: (id, call) =>
      ask({ path: paths.attachmentContent(id) }, call, async (response) => {
        const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
        if (response.status !== 200 || !isShownType(type)) return fail(readProblem(await answerOf(response)));
        return succeed({ type, bytes: await response.arrayBuffer() });
      }),
  };
}
