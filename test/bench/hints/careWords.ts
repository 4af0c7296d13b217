/** Words of a care organisation, in Dutch and in English, of which an invented app and its hints are made. */

/** What a part of the app is about: its name in an address, in Dutch and in English. */
export const MODULES = [
  ['client', 'Client', 'Client'],
  ['planning', 'Planning', 'Planning'],
  ['medicatie', 'Medicatie', 'Medication'],
  ['rapportage', 'Rapportage', 'Reports'],
  ['zorgplan', 'Zorgplan', 'Care plan'],
  ['facturatie', 'Facturatie', 'Billing'],
  ['personeel', 'Personeel', 'Staff'],
  ['behandeling', 'Behandeling', 'Treatment'],
  ['wonen', 'Wonen', 'Housing'],
  ['beheer', 'Beheer', 'Administration'],
] as const;

/** What each part has: `MODULES` × `PAGES` are the pages of the app. */
export const PAGES = [
  ['overzicht', 'Overzicht', 'Overview'],
  ['gegevens', 'Gegevens', 'Details'],
  ['afspraken', 'Afspraken', 'Agreements'],
  ['historie', 'Historie', 'History'],
  ['instellingen', 'Instellingen', 'Settings'],
] as const;

/** What a page is divided into, and what fields ask for: Dutch and English. */
export const THINGS = [
  ['adres', 'address'],
  ['allergie', 'allergy'],
  ['apotheek', 'pharmacy'],
  ['begeleider', 'counsellor'],
  ['beperking', 'limitation'],
  ['betaling', 'payment'],
  ['bezoek', 'visit'],
  ['bijlage', 'attachment'],
  ['brief', 'letter'],
  ['contactpersoon', 'contact'],
  ['contract', 'contract'],
  ['dagbesteding', 'day care'],
  ['declaratie', 'claim'],
  ['diagnose', 'diagnosis'],
  ['dienst', 'shift'],
  ['doel', 'goal'],
  ['dosering', 'dosage'],
  ['evaluatie', 'evaluation'],
  ['formulier', 'form'],
  ['gewicht', 'weight'],
  ['groep', 'group'],
  ['handtekening', 'signature'],
  ['hulpmiddel', 'aid'],
  ['huisarts', 'doctor'],
  ['incident', 'incident'],
  ['indicatie', 'indication'],
  ['intake', 'intake'],
  ['kamer', 'room'],
  ['kostenplaats', 'cost centre'],
  ['locatie', 'location'],
  ['machtiging', 'mandate'],
  ['maaltijd', 'meal'],
  ['medewerker', 'employee'],
  ['meting', 'measurement'],
  ['nazorg', 'aftercare'],
  ['notitie', 'note'],
  ['opname', 'admission'],
  ['overdracht', 'handover'],
  ['pakket', 'package'],
  ['polis', 'policy'],
  ['product', 'product'],
  ['recept', 'prescription'],
  ['rooster', 'roster'],
  ['score', 'score'],
  ['sleutel', 'key'],
  ['taak', 'task'],
  ['tarief', 'rate'],
  ['team', 'team'],
  ['toestemming', 'consent'],
  ['uitslag', 'result'],
  ['vaccinatie', 'vaccination'],
  ['verlof', 'leave'],
  ['vervoer', 'transport'],
  ['verwijzing', 'referral'],
  ['vragenlijst', 'questionnaire'],
  ['wachtlijst', 'waiting list'],
  ['wettelijk vertegenwoordiger', 'legal representative'],
  ['wijk', 'district'],
  ['ziekmelding', 'sick report'],
  ['zorgverlener', 'carer'],
] as const;

/** What of a thing a field asks for. */
export const ASPECTS = [
  ['begindatum', 'start date'],
  ['einddatum', 'end date'],
  ['naam', 'name'],
  ['soort', 'kind'],
  ['status', 'status'],
  ['toelichting', 'explanation'],
  ['eenheid', 'unit'],
  ['aantal', 'number'],
  ['reden', 'reason'],
  ['volgorde', 'order'],
] as const;

/** What buttons do. */
export const DEEDS = [
  ['toevoegen', 'Add'],
  ['bewaren', 'Save'],
  ['afronden', 'Finish'],
  ['kopiëren', 'Copy'],
  ['afdrukken', 'Print'],
  ['archiveren', 'Archive'],
  ['delen', 'Share'],
  ['evalueren', 'Evaluate'],
  ['koppelen', 'Link'],
  ['plannen', 'Plan'],
  ['sorteren', 'Sort'],
  ['controleren', 'Check'],
] as const;

/** Who works there. */
export const ROLES = [
  'verpleegkundige',
  'begeleider',
  'behandelaar',
  'planner',
  'zorgadministratie',
  'teamleider',
  'apotheker',
  'casemanager',
] as const;

/** Beginnings of a sentence about a thing, its middle, and its end: written to be combined. */
export const OPENINGS = [
  'Hier vind je',
  'Op deze plek leg je vast',
  'Gebruik dit voor',
  'Kijk eerst naar',
  'Begin bij',
  'Dit hoort bij',
  'Je collega leest hier',
  'Vul dit in voor',
  'Zet hier',
  'Houd dit bij voor',
] as const;
export const MIDDLES = [
  'zodra het team het heeft besproken',
  'voordat je de dag afsluit',
  'als de situatie is veranderd',
  'samen met de familie',
  'tijdens het overleg op maandag',
  'nadat de arts heeft gebeld',
  'als je dienst begint',
  'wanneer er iets bijzonders was',
  'bij de start van de zorg',
  'als er een nieuwe versie is',
] as const;
export const ENDINGS = [
  'De anderen zien het meteen',
  'Je kunt het later nog aanpassen',
  'De vorige versie blijft bewaard',
  'Alleen je eigen team leest dit',
  'Het komt ook in het overzicht',
  'Daarna krijgt de planner bericht',
  'Twijfel je, vraag het je teamleider',
  'Zo hoeft niemand het over te typen',
  'Het telt mee in de evaluatie',
  'Je ziet de wijziging in de historie',
] as const;
