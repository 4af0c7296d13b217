/** What an appointment is for. */
export type AppointmentKind = 'visit' | 'care' | 'review' | 'phone' | 'team' | 'activity';

/** An appointment as it stands in the seed: on a weekday, not yet on a date. */
export interface SeedAppointment {
  /** 0 is Monday. */
  readonly weekday: 0 | 1 | 2 | 3 | 4;
  /** `HH:MM`, on a quarter. */
  readonly start: string;
  readonly minutes: number;
  readonly kind: AppointmentKind;
  /** Absent for what is not about one client. */
  readonly client?: string;
  readonly person: string;
  readonly location: string;
  readonly note: string;
  /** In every week of the demo, or in the present one only. */
  readonly everyWeek: boolean;
}

/** Lists the appointments of an ordinary week. */
export const seedAppointments: readonly SeedAppointment[] = [
  { weekday: 0, start: '08:30', minutes: 30, kind: 'team', person: 'p-sanne', location: 'Lindelaan 4, teamkamer', note: 'Overdracht van het weekend', everyWeek: true },
  { weekday: 0, start: '09:30', minutes: 60, kind: 'care', client: 'C-10432', person: 'p-sanne', location: 'Lindelaan 4, kamer 12', note: 'Truus vraagt of de wond aan haar hiel opnieuw verbonden kan worden.', everyWeek: true },
  { weekday: 0, start: '11:00', minutes: 60, kind: 'visit', client: 'C-10455', person: 'p-sanne', location: 'Havenkade 77', note: 'Post en belastingbrief doornemen met Fatima.', everyWeek: false },
  { weekday: 0, start: '14:00', minutes: 90, kind: 'activity', client: 'C-10488', person: 'p-sanne', location: 'Dagplein 2', note: 'Lotte begint in de keukengroep.', everyWeek: true },
  { weekday: 1, start: '09:00', minutes: 60, kind: 'care', client: 'C-10467', person: 'p-sanne', location: 'Lindelaan 4, kamer 8', note: 'Mina liever niet vóór negen uur wekken.', everyWeek: true },
  { weekday: 1, start: '10:30', minutes: 90, kind: 'review', client: 'C-10432', person: 'p-sanne', location: 'Lindelaan 4, spreekkamer', note: 'Evaluatie zorgplan met mevrouw Hollestelle en dochter Ank.', everyWeek: false },
  { weekday: 1, start: '13:30', minutes: 45, kind: 'visit', client: 'C-10418', person: 'p-mehmet', location: 'Kastanjehof 18', note: 'Bouwe heeft een nieuwe rollator.', everyWeek: true },
  { weekday: 1, start: '15:30', minutes: 30, kind: 'phone', client: 'C-10511', person: 'p-mehmet', location: 'Telefonisch', note: 'Bellen met Yusuf over het rooster van volgende week.', everyWeek: false },
  { weekday: 2, start: '09:15', minutes: 45, kind: 'care', client: 'C-10540', person: 'p-sanne', location: 'Lindelaan 6, kamer 9', note: 'Theo mag zelf de medicijndoos vullen, wij kijken mee.', everyWeek: true },
  { weekday: 2, start: '10:30', minutes: 60, kind: 'visit', client: 'C-10470', person: 'p-mehmet', location: 'Brugstraat 21', note: 'Tweede intakegesprek met Rahul en zijn moeder.', everyWeek: false },
  { weekday: 2, start: '13:00', minutes: 60, kind: 'team', person: 'p-sanne', location: 'Lindelaan 4, teamkamer', note: 'Teamoverleg', everyWeek: true },
  { weekday: 2, start: '15:00', minutes: 60, kind: 'visit', client: 'C-10455', person: 'p-sanne', location: 'Havenkade 77', note: 'Samen naar het gemeentehuis.', everyWeek: true },
  { weekday: 3, start: '08:45', minutes: 60, kind: 'care', client: 'C-10432', person: 'p-sanne', location: 'Lindelaan 4, kamer 12', note: 'Wondzorg bij Truus.', everyWeek: true },
  { weekday: 3, start: '10:15', minutes: 75, kind: 'visit', client: 'C-10533', person: 'p-mehmet', location: 'Kastanjehof 40', note: 'Kennismaking met Marisol.', everyWeek: false },
  { weekday: 3, start: '13:00', minutes: 120, kind: 'activity', client: 'C-10526', person: 'p-sanne', location: 'Dagplein 2', note: 'Daan gaat mee naar de moestuin.', everyWeek: true },
  { weekday: 3, start: '15:30', minutes: 45, kind: 'phone', client: 'C-10493', person: 'p-mehmet', location: 'Telefonisch', note: 'Zus van Hendrik-Jan belt terug.', everyWeek: false },
  { weekday: 4, start: '09:00', minutes: 60, kind: 'care', client: 'C-10467', person: 'p-sanne', location: 'Lindelaan 4, kamer 8', note: 'Douchen en haren wassen.', everyWeek: true },
  { weekday: 4, start: '10:30', minutes: 60, kind: 'review', client: 'C-10461', person: 'p-ingrid', location: 'Lindelaan 4, spreekkamer', note: 'Evaluatie met Kees en zijn vrouw Riet.', everyWeek: false },
  { weekday: 4, start: '13:30', minutes: 60, kind: 'visit', client: 'C-10502', person: 'p-ingrid', location: 'Lindelaan 6, kamer 2', note: 'Alie wil graag naar buiten.', everyWeek: true },
  { weekday: 4, start: '15:00', minutes: 45, kind: 'team', person: 'p-ingrid', location: 'Lindelaan 4, teamkamer', note: 'Vragen voor de leverancier bundelen.', everyWeek: true },
];
