import ky, { type KyInstance, type Options } from 'ky';
import { fail, type Result } from '../../foundation/result';
import { objectOf } from '../../protocol/decode';
import { paths } from '../../protocol/paths';
import type { DeliveryProblem } from '../deliveryProblem';
import type { BackendWriting, Call, SealedBody } from '../ports';
import { answerOf, baseOf, headersOf, noAnswer } from '../reading/browser/fetchAnswer';
import { readJson, readNoContent, readOffset, type HttpAnswer } from '../reading/httpAnswer';
import { submissionView } from '../reading/views';

/**
 * Creates what writes to a receiver over HTTP.
 * ky sends one request per call and decides nothing: all waiting and repeating belongs to the outbox.
 *
 * @param url the receiver's address, or a path on this origin
 */
export function createHttpTransport(url: string): BackendWriting {
  const http = ky.create({ retry: 0, throwHttpErrors: false, timeout: false, cache: 'no-store', credentials: 'omit' });
  const ask = createAsk(http, baseOf(url));

  const put = (path: string, { body, digest }: SealedBody) => ({
    path,
    options: { method: 'put', body, headers: { 'content-type': 'application/json', 'content-digest': digest } },
  });

  return {
    putSubmission: (item, call) =>
      ask(put(paths.submission(item.id), item), call, (answer) => readJson(answer, submissionView)),
    submission: (id, call) =>
      ask({ path: paths.submission(id), options: {} }, call, (answer) => readJson(answer, submissionView)),
    uploadOffset: (id, call) =>
      ask({ path: paths.attachment(id), options: { method: 'head', headers: TUS } }, call, (answer) =>
        readOffset(answer, 200),
      ),
    uploadPiece: ({ id, offset, bytes, checksum }, call) => {
      const headers = {
        ...TUS,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': `${offset}`,
        'upload-checksum': `sha256 ${checksum}`,
      };
      return ask({ path: paths.attachment(id), options: { method: 'patch', body: bytes, headers } }, call, (answer) =>
        readOffset(answer, 204),
      );
    },
    removeAttachment: (id, call) =>
      ask({ path: paths.attachment(id), options: { method: 'delete', headers: TUS } }, call, readNoContent),
    putMessage: (item, call) => ask(put(paths.message(item.question, item.id), item), call, readDone),
    putAction: (item, call) => ask(put(paths.action(item.question, item.id), item), call, readDone),
    markRead: (question, upTo, call) => {
      const options = {
        method: 'put',
        body: JSON.stringify({ upTo }),
        headers: { 'content-type': 'application/json' },
      };
      return ask({ path: paths.read(question), options }, call, readNoContent);
    },
  };
}

const TUS = { 'tus-resumable': '1.0.0' };

interface Request {
  readonly path: string;
  readonly options: Options & { readonly headers?: Record<string, string> };
}

const createAsk =
  (http: KyInstance, base: string) =>
  async <Value>(request: Request, call: Call, read: (answer: HttpAnswer) => Result<Value, DeliveryProblem>) => {
    try {
      const headers = { ...headersOf(call), ...request.options.headers };
      const response = await http(base + request.path, {
        ...request.options,
        headers,
        ...(call.signal && { signal: call.signal }),
        ...(call.keepalive && { keepalive: true }),
      });
      return read(await answerOf(response));
    } catch (cause) {
      return fail(noAnswer(cause, call));
    }
  };

/** A message's or an action's answer: 204, or JSON of the receiver's; a sign-in page of the Wi-Fi is neither. */
function readDone(answer: HttpAnswer): Result<void, DeliveryProblem> {
  if (answer.status === 204) return readNoContent(answer);
  const read = readJson(answer, objectOf({}));
  return read.ok ? { ok: true, value: undefined } : read;
}
