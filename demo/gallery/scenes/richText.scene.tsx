import { RichText } from '../../../src/ui';
import type { ContentNode } from '../../../src/protocol';
import type { Scene } from '../scene';

const reply: readonly ContentNode[] = [
  {
    t: 'p',
    c: [
      'Dank voor de video. Dit zit zo: ',
      { t: 'strong', c: ['een afspraak zonder eindtijd'] },
      ' wordt niet bewaard.',
    ],
  },
  {
    t: 'ol',
    c: [
      { t: 'li', c: ['Open de afspraak.'] },
      { t: 'li', c: ['Vul een eindtijd in en druk op ', { t: 'kbd', c: ['Enter'] }, '.'] },
    ],
  },
  { t: 'quote', c: ['Als ik op Opslaan klik, gebeurt er niets.'] },
  {
    t: 'p',
    c: ['Meer staat in ', { t: 'a', href: 'https://help.example.nl/agenda', c: ['de uitleg over de agenda'] }, '.'],
  },
];

/** A reply as it is drawn. */
export const richText: Scene = { title: 'RichText', states: { reply: () => <RichText content={reply} /> } };
