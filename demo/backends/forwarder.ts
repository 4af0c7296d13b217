import { createEdge, type EdgeOptions } from './edge/edge';
import { createHelpdeskKeeper } from './helpdesk/helpdeskKeeper';
import type { HelpdeskAddress } from './helpdesk/helpdeskApi';

/**
 * Creates a function from a request to an answer that hands everything to a helpdesk: the shape that serverless platforms run.
 *
 * @example
 * export const fetch = createForwarder({ helpdesk: { url: HELPDESK_URL, apiKey: HELPDESK_KEY }, whoIs });
 */
export const createForwarder = (
  options: Omit<EdgeOptions, 'keeper'> & { readonly helpdesk: HelpdeskAddress },
): ((request: Request) => Promise<Response>) =>
  createEdge({ ...options, keeper: createHelpdeskKeeper(options.helpdesk) });
