/** Somebody who can log in to the demo host. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Where they are told of an answer, where the demo has a mail server. */
  readonly email: string;
  /** What support lets them do. */
  readonly roles: readonly string[];
}

/** The people of Voorbeeldzorg, all invented. */
export const PEOPLE: readonly DemoPerson[] = [
  { id: 'p-sanne', name: 'Sanne de Wit', role: 'begeleider', email: 'sanne@voorbeeldzorg.example', roles: ['user'] },
  { id: 'p-mehmet', name: 'Mehmet Aydin', role: 'begeleider', email: 'mehmet@voorbeeldzorg.example', roles: ['user'] },
  {
    id: 'p-ingrid',
    name: 'Ingrid Visser',
    role: 'aanspreekpunt',
    email: 'ingrid@voorbeeldzorg.example',
    roles: ['user', 'hintSteward'],
  },
];

/** Who answers in the demo inbox. */
export const AGENTS: readonly Pick<DemoPerson, 'id' | 'name' | 'roles'>[] = [
  { id: 'a-noor', name: 'Noor', roles: [] },
  { id: 'a-joris', name: 'Joris', roles: ['logReviewer'] },
];

/** The organisation of the demo, and its contact person. */
export const ORGANISATION = {
  id: 'voorbeeldzorg',
  name: 'Voorbeeldzorg',
  contactPerson: { sub: 'p-ingrid', name: 'Ingrid Visser' },
} as const;
