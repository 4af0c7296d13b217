import { clients, fullName } from './data/clients';
import type { CareForm, Client, ClientStatus } from './data/clients';
import { shortDate } from './dates';

/** What a list of clients is narrowed to. Whatever is absent does not narrow. */
export interface ClientFilter {
  readonly words?: string;
  readonly status?: ClientStatus | undefined;
  readonly care?: CareForm | undefined;
  readonly mentor?: string | undefined;
}

/** Finds the clients that fit. Every word must stand in name, number or birth date. */
export function findClients({ words = '', status, care, mentor }: ClientFilter): readonly Client[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return clients.filter((client) => {
    if (status !== undefined && client.status !== status) return false;
    if (care !== undefined && client.care !== care) return false;
    if (mentor !== undefined && client.mentor !== mentor) return false;
    const text = plain(`${fullName(client)} ${client.firstName} ${client.ref} ${shortDate(client.birthDate)}`);
    return wanted.every((word) => text.includes(word));
  });
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
