import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../data/clients';
import { fullName } from '../data/clients';
import { useText } from '../texts';
import { shadeOf } from './Badge';

const grounds = ['#cfe5df', '#dcd9f0', '#f2dcc9', '#cfe0f0', '#f0d5de', '#dfe8c6'] as const;
const coats = ['#2f7a6b', '#6457a6', '#b56a35', '#3b6fa3', '#a34c6b', '#6f8530'] as const;
const hairs = ['#d9d4cc', '#3c2f2a', '#8a5a34', '#b9b2a8', '#2a2424', '#c79a5b'] as const;

/** Shows the passport photo of a client. It is drawn on the spot: nobody real is in this demo. */
export function Portrait({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([drawingOf(client)], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [client]);
  return (
    <img class="portrait" src={address} width="56" height="56" alt={t('dossier.photo', { naam: fullName(client) })} />
  );
}

function drawingOf(client: Client): string {
  const shade = shadeOf(client.ref);
  const hair = hairs[shadeOf(client.lastName)] ?? hairs[0];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56">
    <rect width="56" height="56" fill="${grounds[shade] ?? grounds[0]}"/>
    <path d="M8 60c0-14 8-21 20-21s20 7 20 21z" fill="${coats[shade] ?? coats[0]}"/>
    <path d="M23 33h10v8a5 5 0 0 1-10 0z" fill="#dba882"/>
    <ellipse cx="28" cy="25" rx="10" ry="11.5" fill="#e9bd98"/>
    <path d="M17 25c-1-10 4-15 11-15s12 5 11 15c-2-3-3-6-5-7-4 1-9 1-12-1-2 2-4 5-5 8z" fill="${hair}"/>
  </svg>`;
}
