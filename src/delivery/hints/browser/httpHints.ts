import { fail, succeed } from '../../../foundation/result';
import { objectOf } from '../../../protocol/decode';
import { hintAssetPath } from '../../../protocol/hintAsset';
import { paths } from '../../../protocol/paths';
import { deliveryProblem } from '../../deliveryProblem';
import type { BackendHints } from '../../ports';
import { createAsk } from '../../reading/browser/ask';
import { answerOf } from '../../reading/browser/fetchAnswer';
import { readJson, readProblem } from '../../reading/httpAnswer';
import { anyObject, hintHistory, hintPicture } from '../hintViews';
import { readIndex } from '../readIndex';

const NO_PICTURE = deliveryProblem('unreadable-answer', {
  status: 200,
  message: 'The answer is no picture of a hint.',
});
const JSON_BODY = { 'content-type': 'application/json' };

/**
 * Creates what asks a receiver for hints, and tells it what became of them.
 *
 * @param url the receiver's address, or a path on this origin
 */
export function createHttpHints(
  url: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): BackendHints {
  const ask = createAsk(url, fetch);
  return {
    hintIndex: (known, call) =>
      ask({ path: paths.hintIndex(), ...(known && { headers: { 'if-none-match': known } }) }, call, async (response) =>
        readIndex(await answerOf(response), known),
      ),
    hintContent: (hint, rev, call) =>
      ask({ path: paths.hintContent(hint, rev) }, call, async (response) =>
        readJson(await answerOf(response), anyObject),
      ),
    hintAsset: (asset, call) =>
      ask({ path: hintAssetPath(asset) }, call, async (response) => {
        if (response.status !== 200) return fail(readProblem(await answerOf(response)));
        const type = response.headers.get('content-type')?.split(';', 1)[0];
        const read = hintPicture({ type, bytes: await response.arrayBuffer() });
        return read.ok ? read : fail(NO_PICTURE);
      }),
    hintHistory: (call) =>
      ask({ path: paths.hintHistory() }, call, async (response) => readJson(await answerOf(response), hintHistory)),
    joinHintHistory: (history, call) =>
      ask(
        { path: paths.hintHistory(), method: 'PUT', headers: JSON_BODY, body: JSON.stringify(history) },
        call,
        async (response) => readJson(await answerOf(response), hintHistory),
      ),
    putHintEvents: ({ id, body, digest }, call) =>
      ask(
        { path: paths.hintEvents(id), method: 'PUT', headers: { ...JSON_BODY, 'content-digest': digest }, body },
        call,
        async (response) => {
          const read = readJson(await answerOf(response), objectOf({}));
          return read.ok ? succeed(undefined) : read;
        },
      ),
  };
}
