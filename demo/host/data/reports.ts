/** What a report is about. */
export type ReportKind = 'daily' | 'care' | 'contact' | 'particular';

/** A report as it stands in the seed: so many days ago. */
export interface SeedReport {
  readonly client: string;
  readonly daysAgo: number;
  readonly time: string;
  readonly author: string;
  readonly kind: ReportKind;
  readonly text: string;
}

const seed = (
  client: string,
  when: readonly [daysAgo: number, time: string],
  by: readonly [author: string, kind: ReportKind, text: string],
): SeedReport => ({
  client,
  daysAgo: when[0],
  time: when[1],
  author: by[0],
  kind: by[1],
  text: by[2],
});

/** Lists the reports that are there before anybody writes one. */
export const seedReports: readonly SeedReport[] = [
  seed(
    'C-10432',
    [0, '09:52'],
    [
      'p-sanne',
      'care',
      'Wond aan de linkerhiel van Truus verschoond. Wondbed is rustig, geen roodheid rondom. Truus gaf aan dat de hiel ’s nachts minder zeurt dan vorige week.',
    ],
  ),
  seed(
    'C-10432',
    [0, '08:10'],
    [
      'p-ingrid',
      'daily',
      'Mevrouw Hollestelle heeft goed geslapen. Zelfstandig gewassen aan de wastafel, hulp gehad bij het aantrekken van de kousen.',
    ],
  ),
  seed(
    'C-10432',
    [1, '16:35'],
    [
      'p-sanne',
      'contact',
      'Dochter Ank belde. Ze komt dinsdag mee naar de evaluatie en neemt de foto’s van het familiefeest mee voor Truus.',
    ],
  ),
  seed(
    'C-10432',
    [2, '20:05'],
    [
      'p-mehmet',
      'particular',
      'Truus was aan het begin van de avond onrustig en zocht haar zoon Bram. Samen een kop thee gedronken en het fotoalbum bekeken; daarna rustig naar bed.',
    ],
  ),
  seed('C-10432', [4, '09:40'], ['p-sanne', 'care', 'Wondzorg volgens plan. Foto toegevoegd bij Documenten.']),
  seed(
    'C-10455',
    [0, '11:58'],
    [
      'p-sanne',
      'contact',
      'Met Fatima de post doorgenomen. De aanslag van de gemeente blijkt al betaald. Ze was opgelucht en heeft zelf het dossiermapje bijgewerkt.',
    ],
  ),
  seed(
    'C-10455',
    [3, '16:12'],
    [
      'p-sanne',
      'daily',
      'Fatima heeft deze week drie keer zelf boodschappen gedaan. Trots dat het zonder lijstje lukte.',
    ],
  ),
  seed(
    'C-10467',
    [0, '10:04'],
    [
      'p-sanne',
      'care',
      'Mina wilde vandaag niet douchen. Afgesproken dat we het morgen na het ontbijt opnieuw vragen. Huid van de rug ziet er goed uit.',
    ],
  ),
  seed(
    'C-10467',
    [1, '13:20'],
    [
      'p-ingrid',
      'particular',
      'Mevrouw Oosterlaak heeft de helft van de lunch laten staan. Zoon Wim is op de hoogte; we houden de intake bij tot en met vrijdag.',
    ],
  ),
  seed(
    'C-10418',
    [1, '14:20'],
    [
      'p-mehmet',
      'daily',
      'Bouwe liep met de nieuwe rollator tot de hoek van de straat en terug. Handvatten één stand hoger gezet.',
    ],
  ),
  seed(
    'C-10461',
    [2, '10:45'],
    [
      'p-ingrid',
      'contact',
      'Kees en Riet hebben de evaluatie voorbereid en willen het doel over het biljarten ruimer maken.',
    ],
  ),
  seed(
    'C-10511',
    [0, '15:48'],
    [
      'p-mehmet',
      'contact',
      'Yusuf gebeld over het rooster. Hij start maandag met twee ochtenden en wil het na een maand bekijken.',
    ],
  ),
  seed(
    'C-10540',
    [1, '09:58'],
    ['p-sanne', 'care', 'Theo heeft zijn medicijndoos zelf gevuld. Eén vergissing gezien en zelf hersteld.'],
  ),
  seed(
    'C-10526',
    [1, '15:10'],
    ['p-sanne', 'daily', 'Daan heeft in de moestuin de laatste prei gerooid en uitgelegd hoe je hem bewaart.'],
  ),
  seed(
    'C-10488',
    [2, '15:40'],
    ['p-sanne', 'daily', 'Lotte heeft voor acht mensen soep gemaakt en de groep aangestuurd. Ze wil dit vaker doen.'],
  ),
  seed(
    'C-10493',
    [3, '11:30'],
    [
      'p-mehmet',
      'particular',
      'Hendrik-Jan was kortaf aan de deur. Via zijn zus gehoord dat hij slecht slaapt; morgen opnieuw langs.',
    ],
  ),
  seed(
    'C-10502',
    [3, '14:25'],
    ['p-ingrid', 'daily', 'Met Alie een rondje door de tuin gemaakt. Ze herkende de rozen van haar moeder.'],
  ),
  seed(
    'C-10470',
    [5, '11:40'],
    ['p-mehmet', 'contact', 'Eerste gesprek met Rahul. Hij wil vooral hulp bij het vinden van een vast dagritme.'],
  ),
  seed(
    'C-10533',
    [6, '11:35'],
    ['p-mehmet', 'contact', 'Marisol is aangemeld door de wijkverpleging. Kennismaking staat voor donderdag.'],
  ),
  seed(
    'C-10519',
    [20, '10:00'],
    ['p-ingrid', 'contact', 'Mevrouw Schaapveld is verhuisd naar haar zoon Piet. Zorg afgesloten en overgedragen.'],
  ),
];
