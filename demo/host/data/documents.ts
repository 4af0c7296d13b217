import type { Client } from './clients';

/** A document in a dossier. The file name holds the client's name, as it does in real dossiers. */
export interface ClientDocument {
  readonly id: string;
  readonly kind: 'indication' | 'plan' | 'consent' | 'letter' | 'photo';
  readonly fileName: string;
  readonly daysAgo: number;
  readonly author: string;
  readonly kilobytes: number;
}

/** Lists the documents of a client. */
export function documentsOf(client: Client): readonly ClientDocument[] {
  const name = client.lastName.replaceAll(' ', '-');
  const document = (
    kind: ClientDocument['kind'],
    fileName: string,
    facts: readonly [daysAgo: number, kilobytes: number],
  ): ClientDocument => ({
    id: `${client.ref}-${kind}`,
    kind,
    fileName,
    daysAgo: facts[0],
    author: client.mentor,
    kilobytes: facts[1],
  });
  return [
    document('photo', `Foto-familie-${name}.jpg`, [4, 1840]),
    document('plan', `Zorgplan-${name}-${client.ref}.pdf`, [12, 312]),
    document('letter', `Brief-huisarts-${name}.pdf`, [33, 96]),
    document('indication', `Indicatie-${client.bsn}-${name}.pdf`, [61, 148]),
    document('consent', `Toestemming-${name}.pdf`, [62, 74]),
  ];
}
