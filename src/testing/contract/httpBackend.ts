import { createHttpTransport, type Backend } from '../../delivery';
import { createHttpEvents } from '../../delivery/events';
import { createHttpHints } from '../../delivery/hints';
import { createHttpKeys, createHttpReading } from '../../delivery/reading';

/**
 * Gives the backend behind a url exactly as the widget sees it: the very code that users send with. Test an endpoint of your own through it.
 *
 * @param url what you would give as `backend`: the part before `/v1`
 */
export const createHttpBackend = (url: string): Backend => ({
  ...createHttpReading(url),
  ...createHttpTransport(url),
  ...createHttpKeys(url),
  ...createHttpEvents(url),
  ...createHttpHints(url),
});
