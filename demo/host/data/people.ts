/** One of the people of the demo who can log in. Invented. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly firstName: string;
  readonly role: 'mentor' | 'contactPerson';
  readonly team: string;
  readonly email: string;
  readonly phone: string;
}

/** Lists the people of the demo; the ids are those of the demo's session service. */
export const people: readonly Person[] = [
  {
    id: 'p-sanne',
    name: 'Sanne de Wit',
    firstName: 'Sanne',
    role: 'mentor',
    team: 'Team Lindelaan',
    email: 'sanne.dewit@voorbeeldzorg.example',
    phone: '085 000 10 11',
  },
  {
    id: 'p-mehmet',
    name: 'Mehmet Aydin',
    firstName: 'Mehmet',
    role: 'mentor',
    team: 'Team Havenkwartier',
    email: 'mehmet.aydin@voorbeeldzorg.example',
    phone: '085 000 10 12',
  },
  {
    id: 'p-ingrid',
    name: 'Ingrid Visser',
    firstName: 'Ingrid',
    role: 'contactPerson',
    team: 'Team Lindelaan',
    email: 'ingrid.visser@voorbeeldzorg.example',
    phone: '085 000 10 13',
  },
];

/** Finds a person by id. */
export const personById = (id: string): Person | undefined => people.find((person) => person.id === id);
