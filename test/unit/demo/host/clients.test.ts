import { describe, expect, test } from 'vitest';
import { findClients } from '../../../../demo/host/clientFilter';
import { en } from '../../../../demo/host/catalogue.en';
import { nl } from '../../../../demo/host/catalogue.nl';
import { clients, fullName, namesOf } from '../../../../demo/host/data/clients';
import { personById } from '../../../../demo/host/data/people';
import { seedAppointments } from '../../../../demo/host/data/appointments';
import { seedReports } from '../../../../demo/host/data/reports';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const passesElevenTest = (bsn: string): boolean =>
  bsn.length === 9 && WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(bsn[index]), 0) % 11 === 0;

describe('the invented clients', () => {
  test('there are enough of them to look like a dossier', () => {
    expect(clients.length).toBeGreaterThanOrEqual(14);
  });

  test.each(clients.map((client) => [client.ref, client.bsn]))(
    'the service number of %s passes the 11-test and stands in the range for tests',
    (_ref, bsn) => {
      expect(passesElevenTest(bsn)).toBe(true);
      expect(bsn).toMatch(/^99999/);
    },
  );

  test('a service number with one digit changed does not pass', () => {
    expect(passesElevenTest('999990008')).toBe(false);
  });

  test.each(['ref', 'bsn', 'birthDate', 'lastName'] as const)('no two clients share their %s', (fact) => {
    expect(new Set(clients.map((client) => client[fact])).size).toBe(clients.length);
  });

  test('everybody who is named in the data exists', () => {
    const refs = new Set(clients.map(({ ref }) => ref));
    const named = [...seedAppointments, ...seedReports].flatMap(({ client }) => client ?? []);
    const guides = [...clients.map(({ mentor }) => mentor), ...seedAppointments.map(({ person }) => person)];
    expect(named.filter((ref) => !refs.has(ref))).toEqual([]);
    expect(guides.filter((id) => !personById(id))).toEqual([]);
  });

  test('the names to keep inside hold the client and the people close by', () => {
    const truus = clients.find(({ ref }) => ref === 'C-10432');
    expect(truus && namesOf(truus)).toEqual([
      'Truus Hollestelle',
      'Geertruida',
      'Truus',
      'Hollestelle',
      'Ank Hollestelle',
      'Bram Hollestelle',
    ]);
  });
});

describe('the words of the interface', () => {
  const words = [...Object.values(nl), ...Object.values(en)].join('\n').toLowerCase();

  test.each(clients.map((client) => [client.ref, client]))('hold nothing of %s', (_ref, client) => {
    const facts = [
      client.lastName,
      client.bsn,
      client.birthDate,
      client.address,
      ...client.contacts.map(({ name }) => name),
    ];
    expect(facts.filter((fact) => words.includes(fact.toLowerCase()))).toEqual([]);
  });

  test('ask for the same slots in both languages', () => {
    const slotsOf = (text: string): readonly string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();
    const differing = Object.entries(nl).filter(([key, text]) => {
      const other = Object.entries(en).find(([name]) => name === key)?.[1] ?? '';
      return slotsOf(text).join() !== slotsOf(other).join();
    });
    expect(differing).toEqual([]);
  });
});

describe('looking for a client', () => {
  const found = (words: string): readonly string[] => findClients({ words }).map(fullName);

  test('finds by part of a name, by number and by birth date', () => {
    expect(found('holle')).toEqual(['Truus Hollestelle']);
    expect(found('C-10455')).toEqual(['Fatima Benzahra']);
    expect(found('12-04-1941')).toEqual(['Truus Hollestelle']);
  });

  test('wants every word', () => {
    expect(found('truus benzahra')).toEqual([]);
  });

  test('narrows by status, form of care and mentor together', () => {
    const intakes = findClients({ status: 'intake', care: 'home', mentor: 'p-mehmet' });
    expect(intakes.map(({ ref }) => ref)).toEqual(['C-10533']);
  });
});
