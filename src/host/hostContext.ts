import type { Place } from '../protocol/submission';

/** What the host tells about the page that is open. Replaced whole, never merged. */
export interface HostContext {
  /** The place in the host's words. Wins over the route table. */
  readonly place?: string | Place;
  /** The client whose dossier is open: an opaque reference, never a name. */
  readonly client?: { readonly ref: string; readonly openUrl?: string };
  /** Version of the host application. */
  readonly release?: string;
}

/** Turns what the host said about the place into a `Place`; `route` is filled from the route table. */
export function placeFromHost(context: HostContext, routed: Place | undefined): Place | undefined {
  if (context.place === undefined) return routed;
  if (typeof context.place !== 'string') return context.place;
  return { label: context.place, route: routed?.route ?? '' };
}
