import { describe, expect, it } from 'vitest';
import { placeFromHost } from '../../../src/host/hostContext';
import { createPlaceTable } from '../../../src/host/place';
import { firstVisit, nextVisit, subjectPlace } from '../../../src/host/visits';

const table = createPlaceTable(
  {
    '/clienten': 'Cliënten',
    '/clienten/:ref/rapportage': 'Dossier › Rapportage',
    '/clienten/:ref/*': 'Dossier',
    '/agenda': 'Agenda',
  },
  ['/instellingen/*'],
);

describe('the place of a question', () => {
  it('is the name the host gave its route, with the template and never the path', () => {
    expect(table.placeOf('/clienten/C-10432/rapportage?zoek=Jansen#x')).toEqual({
      label: 'Dossier › Rapportage',
      route: '/clienten/:ref/rapportage',
    });
  });

  it('takes the first template that fits', () => {
    expect(table.placeOf('/clienten/C-10432/zorgplan')?.label).toBe('Dossier');
  });

  it('is unknown on a route without a name', () => {
    expect(table.placeOf('/financien')).toBeUndefined();
  });

  it('is the screen before the settings when somebody comes by the settings path', () => {
    let visits = firstVisit({ path: '/agenda', key: 'a' }, table);
    visits = nextVisit(visits, { path: '/instellingen', key: 'b' }, table);
    visits = nextVisit(visits, { path: '/instellingen/support', key: 'c' }, table);
    expect(subjectPlace(visits, table)?.label).toBe('Agenda');
    expect(visits.subject?.key).toBe('a');
  });

  it('is unknown when the settings are the first screen', () => {
    expect(subjectPlace(firstVisit({ path: '/instellingen/support', key: 'c' }, table), table)).toBeUndefined();
  });

  it('is what the host says when it says so, with the route from its table', () => {
    const routed = table.placeOf('/agenda');
    expect(placeFromHost({ place: 'Agenda › Week' }, routed)).toEqual({ label: 'Agenda › Week', route: '/agenda' });
    expect(placeFromHost({}, routed)).toBe(routed);
  });
});
