/** Somebody who can log in to the demo host. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** The people of Voorbeeldzorg, all invented. */
export const PEOPLE: readonly DemoPerson[] = [
  { id: 'p-sanne', name: 'Sanne de Wit', role: 'begeleider' },
  { id: 'p-mehmet', name: 'Mehmet Aydin', role: 'begeleider' },
  { id: 'p-ingrid', name: 'Ingrid Visser', role: 'aanspreekpunt' },
];

/** Who answers in the demo inbox. */
export const AGENTS: readonly (Omit<DemoPerson, 'role'> & { readonly roles: readonly string[] })[] = [
  { id: 'a-noor', name: 'Noor', roles: [] },
  { id: 'a-joris', name: 'Joris', roles: ['logReviewer'] },
];

/** The organisation of the demo, and its contact person. */
export const ORGANISATION = {
  id: 'voorbeeldzorg',
  name: 'Voorbeeldzorg',
  contactPerson: { sub: 'p-ingrid', name: 'Ingrid Visser' },
} as const;
