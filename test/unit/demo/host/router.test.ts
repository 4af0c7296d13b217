import { describe, expect, test } from 'vitest';
import { dossierTabs, readPath, settingsPages, writePath } from '../../../../demo/host/router';
import type { Route } from '../../../../demo/host/router';

describe('paths of the dossier', () => {
  test.each([
    ['/', { screen: 'today' }],
    ['/clienten', { screen: 'clients' }],
    ['/clienten/', { screen: 'clients' }],
    ['/clienten/C-10432', { screen: 'dossier', ref: 'C-10432', tab: 'overzicht' }],
    ['/clienten/C-10432/rapportage', { screen: 'dossier', ref: 'C-10432', tab: 'rapportage' }],
    ['/agenda', { screen: 'agenda' }],
    ['/rapportage', { screen: 'reports' }],
    ['/instellingen', { screen: 'settings', page: 'profiel' }],
    ['/instellingen/support', { screen: 'settings', page: 'support' }],
    ['/ontwikkelaar', { screen: 'developer' }],
  ] satisfies [string, Route][])('%s opens its screen', (path, route) => {
    expect(readPath(path)).toEqual(route);
  });

  test.each([
    '/onbekend',
    '/clienten/C-10432/geheim',
    '/clienten/C-10432/rapportage/3',
    '/instellingen/beheer',
    '/agenda/morgen',
  ])('%s is said to be unknown', (path) => {
    expect(readPath(path)).toEqual({ screen: 'unknown' });
  });

  test('every screen that has a path is found again by that path', () => {
    const routes: readonly Route[] = [
      { screen: 'today' },
      { screen: 'clients' },
      { screen: 'agenda' },
      { screen: 'reports' },
      { screen: 'developer' },
      ...dossierTabs.map((tab) => ({ screen: 'dossier', ref: 'C-10455', tab }) as const),
      ...settingsPages.map((page) => ({ screen: 'settings', page }) as const),
    ];
    for (const route of routes) expect(readPath(writePath(route))).toEqual(route);
  });
});
