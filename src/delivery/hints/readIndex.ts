import { fail, succeed, type Result } from '../../foundation/result';
import type { DeliveryProblem } from '../deliveryProblem';
import { readJson, type HttpAnswer } from '../reading/httpAnswer';
import { anyObject, type HintIndexAnswer } from './hintViews';

/** Reads what is live, as it comes over HTTP. "Unchanged" is no answer to who knew nothing. */
export function readIndex(answer: HttpAnswer, known: string | undefined): Result<HintIndexAnswer, DeliveryProblem> {
  if (answer.status === 304 && known !== undefined) return succeed({ is: 'unchanged' });
  if (answer.status === 204) return succeed({ is: 'nothing' });
  const read = readJson(answer, anyObject);
  return read.ok ? succeed({ is: 'index', tag: answer.header('etag') ?? '', index: read.value }) : fail(read.problem);
}
