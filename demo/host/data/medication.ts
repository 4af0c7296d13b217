/** A moment of the day at which medication is given. */
export type Round = 'morning' | 'noon' | 'evening' | 'night';

/** One medicine on the list of a client. Invented combinations, no advice. */
export interface Medicine {
  readonly name: string;
  readonly dose: string;
  readonly rounds: readonly Round[];
  readonly remark: string;
  /** Given today already, by whom and when. */
  readonly given: Partial<Readonly<Record<Round, string>>>;
}

const lists: readonly (readonly Medicine[])[] = [
  [
    {
      name: 'Paracetamol 500 mg',
      dose: '2 tabletten',
      rounds: ['morning', 'noon', 'evening'],
      remark: 'Alleen bij pijn, Truus vraagt er zelf om',
      given: { morning: '08:05' },
    },
    { name: 'Metoprolol 50 mg', dose: '1 tablet', rounds: ['morning'], remark: '', given: { morning: '08:05' } },
    { name: 'Vitamine D 800 IE', dose: '1 tablet', rounds: ['noon'], remark: 'Bij de lunch', given: {} },
    { name: 'Macrogol', dose: '1 zakje', rounds: ['evening'], remark: 'In een groot glas water', given: {} },
  ],
  [
    {
      name: 'Metformine 850 mg',
      dose: '1 tablet',
      rounds: ['morning', 'evening'],
      remark: 'Tijdens het eten',
      given: { morning: '08:20' },
    },
    {
      name: 'Omeprazol 20 mg',
      dose: '1 capsule',
      rounds: ['morning'],
      remark: 'Voor het ontbijt',
      given: { morning: '07:55' },
    },
  ],
  [
    { name: 'Sertraline 50 mg', dose: '1 tablet', rounds: ['morning'], remark: '', given: { morning: '08:30' } },
    { name: 'Melatonine 1 mg', dose: '1 tablet', rounds: ['night'], remark: 'Een half uur voor het slapen', given: {} },
  ],
];

/** Lists the medicines of a client; the seed holds three lists that are dealt out in turn. */
export const medicinesOf = (clientRef: string): readonly Medicine[] => {
  const digit = Number(clientRef.at(-1));
  return (clientRef === 'C-10432' ? lists[0] : lists[1 + (digit % 2)]) ?? [];
};
