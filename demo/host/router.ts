/** The tabs of a dossier, in order. The name is also the last part of the path. */
export const dossierTabs = ['overzicht', 'zorgplan', 'rapportage', 'documenten', 'medicatie'] as const;
/** The pages under Instellingen, in order. */
export const settingsPages = ['profiel', 'meldingen', 'support'] as const;

/** One tab of a dossier. */
export type DossierTab = (typeof dossierTabs)[number];
/** One page under Instellingen. */
export type SettingsPage = (typeof settingsPages)[number];

/** A screen of the dossier, with what its path says. */
export type Route =
  | { readonly screen: 'today' }
  | { readonly screen: 'clients' }
  | { readonly screen: 'dossier'; readonly ref: string; readonly tab: DossierTab }
  | { readonly screen: 'agenda' }
  | { readonly screen: 'reports' }
  | { readonly screen: 'settings'; readonly page: SettingsPage }
  | { readonly screen: 'developer' }
  | { readonly screen: 'unknown' };

/** Reads a path. A path nobody knows is a screen too: `unknown`. */
export function readPath(path: string): Route {
  const [first = '', second, third, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (rest.length > 0) return { screen: 'unknown' };
  if (first === 'clienten' && second !== undefined) return dossierRoute(second, third);
  if (first === 'instellingen' && third === undefined) return settingsRoute(second);
  return (second === undefined ? topRoutes.get(first) : undefined) ?? { screen: 'unknown' };
}

/** Writes the path of a route. */
export function writePath(route: Route): string {
  if (route.screen === 'dossier')
    return route.tab === 'overzicht' ? `/clienten/${route.ref}` : `/clienten/${route.ref}/${route.tab}`;
  if (route.screen === 'settings') return `/instellingen/${route.page}`;
  const found = [...topRoutes].find(([, { screen }]) => screen === route.screen);
  return `/${found?.[0] ?? ''}`;
}

const topRoutes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['', { screen: 'today' }],
  ['clienten', { screen: 'clients' }],
  ['agenda', { screen: 'agenda' }],
  ['rapportage', { screen: 'reports' }],
  ['ontwikkelaar', { screen: 'developer' }],
]);

function dossierRoute(ref: string, name = 'overzicht'): Route {
  const tab = dossierTabs.find((candidate) => candidate === name);
  return tab ? { screen: 'dossier', ref, tab } : { screen: 'unknown' };
}

function settingsRoute(name = 'profiel'): Route {
  const page = settingsPages.find((candidate) => candidate === name);
  return page ? { screen: 'settings', page } : { screen: 'unknown' };
}
