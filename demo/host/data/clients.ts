/** How a client is cared for. */
export type CareForm = 'home' | 'sheltered' | 'day' | 'ambulatory';

/** Where a client stands. */
export type ClientStatus = 'active' | 'intake' | 'ended';

/** Somebody close to a client. */
export interface Contact {
  readonly name: string;
  readonly relation: 'daughter' | 'son' | 'partner' | 'sister' | 'mother';
  readonly phone: string;
}

/** A client of Voorbeeldzorg. Every one is invented; the service numbers pass the 11-test but stand in a range nobody has. */
export interface Client {
  readonly ref: string;
  readonly firstName: string;
  readonly callName: string;
  readonly lastName: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly bsn: string;
  readonly status: ClientStatus;
  readonly care: CareForm;
  readonly address: string;
  readonly city: string;
  readonly phone: string;
  /** The id of the person who guides this client. */
  readonly mentor: string;
  readonly allergies: readonly string[];
  /** One mark from 1 to 10 for each of the last seven weeks, oldest first. */
  readonly wellbeing: readonly number[];
  readonly contacts: readonly Contact[];
}

/** Lists the clients of the demo. */
export const clients: readonly Client[] = [
  {
    ref: 'C-10432',
    firstName: 'Geertruida',
    callName: 'Truus',
    lastName: 'Hollestelle',
    birthDate: '1941-04-12',
    bsn: '999990007',
    status: 'active',
    care: 'sheltered',
    address: 'Lindelaan 4, kamer 12',
    city: 'Voorbeeldstad',
    phone: '085 000 04 32',
    mentor: 'p-sanne',
    allergies: ['Penicilline'],
    wellbeing: [6, 6, 5, 6, 7, 7, 8],
    contacts: [
      { name: 'Ank Hollestelle', relation: 'daughter', phone: '06 0000 4321' },
      { name: 'Bram Hollestelle', relation: 'son', phone: '06 0000 4322' },
    ],
  },
  {
    ref: 'C-10418',
    firstName: 'Bouwe',
    callName: 'Bouwe',
    lastName: 'Terpwijk',
    birthDate: '1956-09-30',
    bsn: '999990147',
    status: 'active',
    care: 'home',
    address: 'Kastanjehof 18',
    city: 'Voorbeeldstad',
    phone: '085 000 04 18',
    mentor: 'p-mehmet',
    allergies: [],
    wellbeing: [5, 6, 6, 6, 5, 6, 6],
    contacts: [{ name: 'Jikke Terpwijk', relation: 'partner', phone: '06 0000 4181' }],
  },
  {
    ref: 'C-10455',
    firstName: 'Fatima',
    callName: 'Fatima',
    lastName: 'Benzahra',
    birthDate: '1988-02-03',
    bsn: '999990275',
    status: 'active',
    care: 'ambulatory',
    address: 'Havenkade 77',
    city: 'Voorbeeldstad',
    phone: '085 000 04 55',
    mentor: 'p-sanne',
    allergies: ['Latex'],
    wellbeing: [4, 5, 5, 6, 6, 6, 7],
    contacts: [{ name: 'Nora Benzahra', relation: 'sister', phone: '06 0000 4551' }],
  },
  {
    ref: 'C-10461',
    firstName: 'Cornelis',
    callName: 'Kees',
    lastName: 'Vlaskamp',
    birthDate: '1949-11-21',
    bsn: '999990421',
    status: 'active',
    care: 'sheltered',
    address: 'Lindelaan 4, kamer 3',
    city: 'Voorbeeldstad',
    phone: '085 000 04 61',
    mentor: 'p-ingrid',
    allergies: [],
    wellbeing: [7, 7, 6, 7, 7, 7, 7],
    contacts: [{ name: 'Riet Vlaskamp', relation: 'partner', phone: '06 0000 4611' }],
  },
  {
    ref: 'C-10467',
    firstName: 'Wilhelmina',
    callName: 'Mina',
    lastName: 'Oosterlaak',
    birthDate: '1938-06-17',
    bsn: '999990548',
    status: 'active',
    care: 'sheltered',
    address: 'Lindelaan 4, kamer 8',
    city: 'Voorbeeldstad',
    phone: '085 000 04 67',
    mentor: 'p-sanne',
    allergies: ['Noten'],
    wellbeing: [5, 4, 5, 5, 4, 5, 5],
    contacts: [{ name: 'Wim Oosterlaak', relation: 'son', phone: '06 0000 4671' }],
  },
  {
    ref: 'C-10470',
    firstName: 'Rahul',
    callName: 'Rahul',
    lastName: 'Soekhradj',
    birthDate: '1997-12-08',
    bsn: '999990688',
    status: 'intake',
    care: 'ambulatory',
    address: 'Brugstraat 21',
    city: 'Voorbeeldstad',
    phone: '085 000 04 70',
    mentor: 'p-mehmet',
    allergies: [],
    wellbeing: [4, 4, 5, 5, 5, 6, 6],
    contacts: [{ name: 'Indra Soekhradj', relation: 'mother', phone: '06 0000 4701' }],
  },
  {
    ref: 'C-10488',
    firstName: 'Charlotte',
    callName: 'Lotte',
    lastName: 'van Duinhoven',
    birthDate: '2001-05-25',
    bsn: '999990822',
    status: 'active',
    care: 'day',
    address: 'Dagplein 2',
    city: 'Voorbeeldstad',
    phone: '085 000 04 88',
    mentor: 'p-sanne',
    allergies: [],
    wellbeing: [6, 7, 7, 8, 7, 8, 8],
    contacts: [{ name: 'Marijke van Duinhoven', relation: 'mother', phone: '06 0000 4881' }],
  },
  {
    ref: 'C-10493',
    firstName: 'Hendrik-Jan',
    callName: 'Hendrik-Jan',
    lastName: 'Boterweg',
    birthDate: '1963-08-14',
    bsn: '999990962',
    status: 'active',
    care: 'home',
    address: 'Molenpad 5',
    city: 'Voorbeeldstad',
    phone: '085 000 04 93',
    mentor: 'p-mehmet',
    allergies: ['Jodium'],
    wellbeing: [6, 6, 6, 5, 6, 6, 5],
    contacts: [{ name: 'Alie Boterweg', relation: 'sister', phone: '06 0000 4931' }],
  },
  {
    ref: 'C-10502',
    firstName: 'Aleida',
    callName: 'Alie',
    lastName: 'Kromwijk',
    birthDate: '1944-01-29',
    bsn: '999991097',
    status: 'active',
    care: 'sheltered',
    address: 'Lindelaan 6, kamer 2',
    city: 'Voorbeeldstad',
    phone: '085 000 05 02',
    mentor: 'p-ingrid',
    allergies: [],
    wellbeing: [6, 6, 7, 6, 6, 7, 6],
    contacts: [{ name: 'Jan Kromwijk', relation: 'son', phone: '06 0000 5021' }],
  },
  {
    ref: 'C-10511',
    firstName: 'Yusuf',
    callName: 'Yusuf',
    lastName: 'Karadenli',
    birthDate: '1979-07-02',
    bsn: '999991243',
    status: 'active',
    care: 'ambulatory',
    address: 'Spoorlaan 140',
    city: 'Voorbeeldstad',
    phone: '085 000 05 11',
    mentor: 'p-mehmet',
    allergies: [],
    wellbeing: [3, 4, 4, 5, 5, 5, 6],
    contacts: [{ name: 'Elif Karadenli', relation: 'partner', phone: '06 0000 5111' }],
  },
  {
    ref: 'C-10519',
    firstName: 'Petronella',
    callName: 'Nel',
    lastName: 'Schaapveld',
    birthDate: '1935-10-05',
    bsn: '999991371',
    status: 'ended',
    care: 'home',
    address: 'Dorpsweg 33',
    city: 'Voorbeeldstad',
    phone: '085 000 05 19',
    mentor: 'p-ingrid',
    allergies: ['Aspirine'],
    wellbeing: [5, 5, 5, 4, 4, 5, 5],
    contacts: [{ name: 'Piet Schaapveld', relation: 'son', phone: '06 0000 5191' }],
  },
  {
    ref: 'C-10526',
    firstName: 'Daan',
    callName: 'Daan',
    lastName: 'Rietmolen',
    birthDate: '2004-03-19',
    bsn: '999991516',
    status: 'active',
    care: 'day',
    address: 'Dagplein 2',
    city: 'Voorbeeldstad',
    phone: '085 000 05 26',
    mentor: 'p-sanne',
    allergies: [],
    wellbeing: [7, 7, 8, 7, 8, 8, 8],
    contacts: [{ name: 'Saskia Rietmolen', relation: 'mother', phone: '06 0000 5261' }],
  },
  {
    ref: 'C-10533',
    firstName: 'Marisol',
    callName: 'Marisol',
    lastName: 'Fernandina',
    birthDate: '1990-09-11',
    bsn: '999991644',
    status: 'intake',
    care: 'home',
    address: 'Kastanjehof 40',
    city: 'Voorbeeldstad',
    phone: '085 000 05 33',
    mentor: 'p-mehmet',
    allergies: [],
    wellbeing: [5, 5, 6, 6, 6, 6, 6],
    contacts: [{ name: 'Luz Fernandina', relation: 'mother', phone: '06 0000 5331' }],
  },
  {
    ref: 'C-10540',
    firstName: 'Theodorus',
    callName: 'Theo',
    lastName: 'Winkelhaak',
    birthDate: '1952-12-31',
    bsn: '999991784',
    status: 'active',
    care: 'sheltered',
    address: 'Lindelaan 6, kamer 9',
    city: 'Voorbeeldstad',
    phone: '085 000 05 40',
    mentor: 'p-sanne',
    allergies: ['Lactose'],
    wellbeing: [6, 5, 6, 6, 7, 6, 7],
    contacts: [{ name: 'Corrie Winkelhaak', relation: 'partner', phone: '06 0000 5401' }],
  },
];

/** Finds a client by reference. */
export const clientByRef = (ref: string): Client | undefined => clients.find((client) => client.ref === ref);

/** Gives the name as it stands on screen: call name and last name. */
export const fullName = (client: Client): string => `${client.callName} ${client.lastName}`;

/** Gives every name that must never leave with a question about this client: the client's own and those of people close by. */
export const namesOf = (client: Client): readonly string[] => [
  ...new Set([
    fullName(client),
    client.firstName,
    client.callName,
    client.lastName,
    ...client.contacts.map(({ name }) => name),
  ]),
];
