import { deliveryProblem, type DeliveryProblem } from '../../deliveryProblem';
import type { Call } from '../../ports';
import type { HttpAnswer } from '../httpAnswer';
import { paths } from '../../../protocol/paths';

/** Gives the address of the protocol behind a receiver's url. */
export const baseOf = (url: string): string => url.replace(/\/+$/, '') + paths.root();

/** Gives the headers of every request. */
export const headersOf = (call: Call): Record<string, string> => ({
  authorization: `Bearer ${call.token}`,
  'accept-language': call.language,
});

/** Reads a response whole, so that what was cut off is noticed here and not later. */
export async function answerOf(response: Response): Promise<HttpAnswer> {
  const text = await response.text();
  return { status: response.status, header: (name) => response.headers.get(name), text };
}

/** Says why there was no answer. The cause is left out of the sentence: it may hold an address. */
export const noAnswer = (cause: unknown, call: Call): DeliveryProblem =>
  call.signal?.aborted
    ? deliveryProblem('stopped', { message: 'We stopped the request ourselves.' })
    : deliveryProblem('no-answer', {
        message: 'No answer came: no network, no receiver, or the page may not reach it.',
        cause,
      });
